namespace PacsAnalyzer.Scp.Assembly;

/// <summary>Versions of the models in force: part of a job's key.</summary>
internal interface IModelVersions
{
    /// <summary>Version of a pipeline's model; <c>none</c> where it has none that works.</summary>
    string VersionOf(string pipeline);
}
