namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Whether storage commitment is asked for after sending.</summary>
public enum StorageCommitmentPolicy
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Where the peer accepts the SOP class.</summary>
    IfSupported,

    /// <summary>Always; a peer without it leaves the delivery unproven.</summary>
    Always,
}

/// <summary>Sending results.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Wait before the second try.</summary>
    public TimeSpan InitialDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between tries.</summary>
    public TimeSpan MaximumDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Age after which an undelivered object is given up.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Storage commitment.</summary>
    public StorageCommitmentPolicy StorageCommitment { get; set; } = StorageCommitmentPolicy.IfSupported;
}
