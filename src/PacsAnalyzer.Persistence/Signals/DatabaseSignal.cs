namespace PacsAnalyzer.Persistence.Signals;

/// <summary>What the stores tell all nodes, when the transaction that did it is committed.</summary>
public enum DatabaseSignal
{
    /// <summary>Instances were indexed: a series may fall due earlier or later than known.</summary>
    SeriesChanged,

    /// <summary>A job waits.</summary>
    JobQueued,

    /// <summary>A delivery waits.</summary>
    DeliveryQueued,

    /// <summary>A job was cancelled or superseded: workers ask for their lease.</summary>
    WorkWithdrawn,
}
