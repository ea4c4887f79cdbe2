namespace PacsAnalyzer.Scp.Configuration;

/// <summary>Absolute folders of a node.</summary>
/// <param name="Configuration">Folder of the configuration files.</param>
/// <param name="Data">Data folder.</param>
/// <param name="Models">Folder with a folder a pipeline.</param>
public sealed record NodePaths(string Configuration, string Data, string Models)
{
    /// <summary>Received instances.</summary>
    public string Spool => Path.Combine(Data, "spool");

    /// <summary>Results and the objects made of them.</summary>
    public string Results => Path.Combine(Data, "results");

    /// <summary>Private PostgreSQL cluster.</summary>
    public string Postgres => Path.Combine(Data, "postgres");

    /// <summary>AE titles.</summary>
    public string AeTitles => Path.Combine(Configuration, "ae-titles.json");

    /// <summary>What other processes need to find the running node: its addresses.</summary>
    public string RuntimeFile => Path.Combine(Data, "node.json");
}
