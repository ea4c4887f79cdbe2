namespace PacsAnalyzer.Dicom.Network;

/// <summary>Result, source and reason of an A-ASSOCIATE-RJ (PS3.8 table 9-21).</summary>
/// <param name="Result">Permanent or transient.</param>
/// <param name="Source">Who rejects; gives the reason its meaning.</param>
/// <param name="Reason">Number within the source.</param>
public sealed record Rejection(RejectResult Result, RejectSource Source, byte Reason)
{
    /// <summary>Permanent, by the user, no reason given.</summary>
    public static Rejection NoReason { get; } = new(RejectResult.Permanent, RejectSource.ServiceUser, 1);

    /// <summary>The application context name is not supported.</summary>
    public static Rejection ApplicationContextNotSupported { get; } = new(RejectResult.Permanent, RejectSource.ServiceUser, 2);

    /// <summary>The caller is not known here, or may not call from where it does.</summary>
    public static Rejection CallingAeNotRecognized { get; } = new(RejectResult.Permanent, RejectSource.ServiceUser, 3);

    /// <summary>The node does not bear the called title.</summary>
    public static Rejection CalledAeNotRecognized { get; } = new(RejectResult.Permanent, RejectSource.ServiceUser, 7);

    /// <summary>The protocol version is not supported.</summary>
    public static Rejection ProtocolVersionNotSupported { get; } = new(RejectResult.Permanent, RejectSource.ServiceProviderAcse, 2);

    /// <summary>The node is short of something for now.</summary>
    public static Rejection TemporaryCongestion { get; } = new(RejectResult.Transient, RejectSource.ServiceProviderPresentation, 1);

    /// <summary>As many associations as the node takes.</summary>
    public static Rejection LocalLimitExceeded { get; } = new(RejectResult.Transient, RejectSource.ServiceProviderPresentation, 2);

    /// <summary>Asking again later may help.</summary>
    public bool IsTransient => Result == RejectResult.Transient;

    /// <summary>The reason in words.</summary>
    public string ReasonText => (Source, Reason) switch
    {
        (RejectSource.ServiceUser, 1) => "no reason given",
        (RejectSource.ServiceUser, 2) => "application context name not supported",
        (RejectSource.ServiceUser, 3) => "calling AE title not recognized",
        (RejectSource.ServiceUser, 7) => "called AE title not recognized",
        (RejectSource.ServiceProviderAcse, 1) => "no reason given",
        (RejectSource.ServiceProviderAcse, 2) => "protocol version not supported",
        (RejectSource.ServiceProviderPresentation, 1) => "temporary congestion",
        (RejectSource.ServiceProviderPresentation, 2) => "local limit exceeded",
        _ => $"unknown reason {Reason}",
    };

    /// <summary>One line with the numbers as the standard has them.</summary>
    public override string ToString() =>
        $"{(IsTransient ? "transient" : "permanent")} rejection: {ReasonText} (result {(int)Result}, source {(int)Source}, reason {Reason})";
}
