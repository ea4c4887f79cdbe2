namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>When a series counts as complete.</summary>
public sealed class AssemblyOptions
{
    /// <summary>Silence after the last instance of a series.</summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait after the first instance while instances keep coming or geometry shows gaps.</summary>
    public TimeSpan MaximumWait { get; set; } = TimeSpan.FromMinutes(30);
}
