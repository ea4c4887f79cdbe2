using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Settings of a listener.</summary>
public sealed record DicomServerOptions
{
    /// <summary>Default of <see cref="MaxAssociations"/>.</summary>
    public const int DefaultMaxAssociations = 64;

    /// <summary>Default of <see cref="MaxConnections"/>.</summary>
    public const int DefaultMaxConnections = 1024;

    /// <summary>Default of <see cref="MaxPduLength"/>: 256 KiB.</summary>
    public const int DefaultMaxPduLength = 262144;

    /// <summary>Default of <see cref="ArtimTimeout"/> in seconds.</summary>
    public const int DefaultArtimSeconds = 30;

    /// <summary>Default of <see cref="IdleTimeout"/> in seconds.</summary>
    public const int DefaultIdleSeconds = 60;

    /// <summary>Address to listen on. Default: all IPv4 addresses.</summary>
    public IPAddress Address { get; init; } = IPAddress.Any;

    /// <summary>Port; 0 = one that is free (see <see cref="DicomServer.LocalEndPoint"/>).</summary>
    [Range(0, 65535)]
    public int Port { get; init; } = 11112;

    /// <summary>Associations at once; further ones are rejected transiently (source 3, reason 2).</summary>
    [Range(1, 10000)]
    public int MaxAssociations { get; init; } = DefaultMaxAssociations;

    /// <summary>Connections at once, those without an association included; further ones are closed unheard.</summary>
    [Range(1, 100000)]
    public int MaxConnections { get; init; } = DefaultMaxConnections;

    /// <summary>Connections at once from one address; further ones are closed unheard. Default: half of all.</summary>
    [Range(1, 100000)]
    public int MaxConnectionsPerAddress { get; init; } = DefaultMaxConnections / 2;

    /// <summary>Maximum length announced to peers, in bytes (PS3.8 annex D.1).</summary>
    [Range(4096, 16777216)]
    public int MaxPduLength { get; init; } = DefaultMaxPduLength;

    /// <summary>ARTIM (PS3.8 section 9.1.5): time for the association request, TLS included, and for closing.</summary>
    public TimeSpan ArtimTimeout { get; init; } = TimeSpan.FromSeconds(DefaultArtimSeconds);

    /// <summary>Longest silence within an association: no whole PDU, or nothing taken of what is sent.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(DefaultIdleSeconds);

    /// <summary>TLS on this port; null = none.</summary>
    public DicomTlsOptions? Tls { get; init; }

    /// <summary>Logs and metrics.</summary>
    public DicomServerObserver Observer { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
