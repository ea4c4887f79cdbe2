namespace PacsAnalyzer.Dicom.Tests;

/// <summary>Tests that look at the clock run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedTests
{
    public const string Name = "timed";
}
