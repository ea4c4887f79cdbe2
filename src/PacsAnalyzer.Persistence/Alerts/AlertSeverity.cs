namespace PacsAnalyzer.Persistence.Alerts;

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>For information.</summary>
    Info,

    /// <summary>Should be looked at.</summary>
    Warning,

    /// <summary>Must be looked at.</summary>
    Critical,
}
