using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.Commands;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Runs the DICOM listeners: the plain one and, where configured, the TLS one.</summary>
internal sealed partial class DicomListener(NodeConfiguration configuration, NodeAssociationHandler handler, ListenerLog log, TimeProvider time, ILogger<DicomListener> logger) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly List<DicomServer> servers = [];

    /// <summary>Where the plain listener listens; null before the start.</summary>
    public IPEndPoint? EndPoint { get; private set; }

    /// <summary>Associations that stand now.</summary>
    public int AssociationCount => servers.Sum(s => s.AssociationCount);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        NodeOptions node = configuration.Options.Node;
        EndPoint = Start(node.DicomPort, null, "Node:DicomPort");
        LogListening(node.AeTitle, EndPoint.ToString());
        if (configuration.Options.Tls.Port is { } port)
        {
            IPEndPoint tls = Start(port, TlsSetup.Create(configuration.Options.Tls), "Tls:Port");
            LogListeningTls(node.AeTitle, tls.ToString());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (DicomServer server in servers)
        {
            await server.StopAsync(Grace);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (DicomServer server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private IPEndPoint Start(int port, DicomTlsOptions? tls, string key)
    {
        AssociationOptions association = configuration.Options.Association;
        var server = new DicomServer(
            new DicomServerOptions
            {
                Address = IPAddress.Parse(configuration.Options.Node.DicomAddress),
                Port = port,
                MaxAssociations = association.MaxAssociations,
                MaxPduLength = association.MaxPduBytes,
                ArtimTimeout = association.ArtimTimeout,
                IdleTimeout = association.IdleTimeout,
                Tls = tls,
                Observer = log,
                Time = time,
            },
            _ => handler);
        try
        {
            server.Start();
        }
        catch (SocketException e)
        {
            throw new UserErrorException(
                $"{key} {port} on {configuration.Options.Node.DicomAddress} cannot be opened: {e.Message}; stop the program that has it, or set another port",
                ExitCodes.Usage);
        }

        servers.Add(server);
        return server.LocalEndPoint;
    }

    [LoggerMessage(1001, LogLevel.Information, "{AeTitle} listens for DICOM on {EndPoint}")]
    private partial void LogListening(string aeTitle, string endPoint);

    [LoggerMessage(1002, LogLevel.Information, "{AeTitle} listens for DICOM over TLS on {EndPoint}")]
    private partial void LogListeningTls(string aeTitle, string endPoint);
}
