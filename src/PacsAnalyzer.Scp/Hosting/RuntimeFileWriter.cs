using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using PacsAnalyzer.Scp.Associations;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Hosting;

/// <summary>Tells other processes where the running node is found; written once everything listens.</summary>
internal sealed class RuntimeFileWriter(NodeConfiguration configuration, IHostApplicationLifetime lifetime, IServer server, DicomListener listener) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Write);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        File.Delete(configuration.Paths.RuntimeFile);
        return Task.CompletedTask;
    }

    private void Write()
    {
        string http = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? configuration.Options.Node.HttpUrl;
        var runtime = new RuntimeFile(http, listener.EndPoint?.Port ?? 0, Environment.ProcessId);
        string path = configuration.Paths.RuntimeFile, temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(runtime, Commands.OutputJson.Options));
        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>Where a running node is found.</summary>
/// <param name="HttpUrl">Address of health and API.</param>
/// <param name="DicomPort">Port of the DICOM listener.</param>
/// <param name="ProcessId">Its process.</param>
internal sealed record RuntimeFile(string HttpUrl, int DicomPort, int ProcessId)
{
    /// <summary>Reads the file of the node of a configuration; null when none runs.</summary>
    public static RuntimeFile? Read(NodeConfiguration configuration) =>
        File.Exists(configuration.Paths.RuntimeFile)
            ? JsonSerializer.Deserialize<RuntimeFile>(File.ReadAllText(configuration.Paths.RuntimeFile), Commands.OutputJson.Options)
            : null;
}
