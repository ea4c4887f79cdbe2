using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Whom to call, as whom, and how long to wait.</summary>
public sealed record DicomAssociationOptions
{
    /// <summary>Default of <see cref="ConnectTimeout"/> in seconds.</summary>
    public const int DefaultConnectSeconds = 10;

    /// <summary>Default of <see cref="AssociateTimeout"/> in seconds.</summary>
    public const int DefaultAssociateSeconds = 30;

    /// <summary>Default of <see cref="ResponseTimeout"/> in seconds.</summary>
    public const int DefaultResponseSeconds = 60;

    /// <summary>Host name or address.</summary>
    [Required]
    public required string Host { get; init; }

    /// <summary>Port.</summary>
    [Range(1, 65535)]
    public required int Port { get; init; }

    /// <summary>Title of the application called, up to 16 characters.</summary>
    [Required]
    public required string CalledAeTitle { get; init; }

    /// <summary>Own title, up to 16 characters.</summary>
    [Required]
    public required string CallingAeTitle { get; init; }

    /// <summary>Maximum length announced, and largest P-DATA-TF body sent, in bytes.</summary>
    [Range(4096, 16777216)]
    public int MaxPduLength { get; init; } = DicomServerOptions.DefaultMaxPduLength;

    /// <summary>Time for the transport connection, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(DefaultConnectSeconds);

    /// <summary>Time for the answer to the association request, and to the release.</summary>
    public TimeSpan AssociateTimeout { get; init; } = TimeSpan.FromSeconds(DefaultAssociateSeconds);

    /// <summary>Time for the answer to a DIMSE request, and for the peer to take what is sent.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(DefaultResponseSeconds);

    /// <summary>TLS; null = none.</summary>
    public DicomTlsOptions? Tls { get; init; }

    /// <summary>Role selections to propose; empty = the caller is SCU throughout.</summary>
    public IReadOnlyList<RoleSelection> Roles { get; init; } = [];

    /// <summary>User identity to propose; null = none.</summary>
    public UserIdentity? Identity { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Title, host and port, as the command line writes them.</summary>
    public override string ToString() => $"{CalledAeTitle}@{Host}:{Port}";
}
