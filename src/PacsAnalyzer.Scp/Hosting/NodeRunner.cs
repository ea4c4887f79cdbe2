using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Cluster;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Associations;
using PacsAnalyzer.Scp.Commands;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Hosting;

/// <summary>A running node: private cluster, database, models, host; stopped in the reverse order.</summary>
internal sealed class NodeRunner : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;
    private readonly NodeModels models;
    private readonly WebApplication application;

    private NodeRunner(PrivateCluster? cluster, NodeDatabase database, NodeModels models, WebApplication application)
    {
        this.cluster = cluster;
        Database = database;
        this.models = models;
        this.application = application;
    }

    /// <summary>The database of the node.</summary>
    public NodeDatabase Database { get; }

    /// <summary>Port of the DICOM listener.</summary>
    public int DicomPort => application.Services.GetRequiredService<DicomListener>().EndPoint!.Port;

    /// <summary>Starts a node.</summary>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="log">Receives lines of the private cluster.</param>
    /// <param name="quiet">Warnings and errors alone go to the log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UserErrorException">A port is taken, PostgreSQL or ONNX Runtime is missing: what to do stands in the message.</exception>
    public static async Task<NodeRunner> StartAsync(NodeConfiguration configuration, Action<string> log, bool quiet, CancellationToken cancellationToken)
    {
        AeTitleFile.Read(configuration.Paths.AeTitles);
        PrivateFolder.Create(configuration.Paths.Data);
        NodeModels models = EvaluateCommand.LoadModels(configuration);
        PrivateCluster? cluster = await StartClusterAsync(configuration, log, cancellationToken);
        var database = new NodeDatabase(cluster?.ConnectionString ?? configuration.Options.Database.ConnectionString, TimeProvider.System);
        WebApplication application = NodeHost.Build(configuration, database, models, quiet);
        var runner = new NodeRunner(cluster, database, models, application);
        try
        {
            await application.StartAsync(cancellationToken);
            return runner;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await runner.DisposeAsync();
            throw new UserErrorException($"Node:HttpUrl {configuration.Options.Node.HttpUrl} is in use; stop the program that has it, or set another port", ExitCodes.Usage);
        }
        catch
        {
            await runner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs until the process is asked to stop.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
        models.Dispose();
        await Database.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.StopAsync(CancellationToken.None);
            await cluster.DisposeAsync();
        }
    }

    private static async Task<PrivateCluster?> StartClusterAsync(NodeConfiguration configuration, Action<string> log, CancellationToken cancellationToken)
    {
        if (configuration.Options.Database.ConnectionString.Length > 0)
        {
            return null;
        }

        var cluster = new PrivateCluster(new PrivateClusterOptions(configuration.Paths.Data) { OnEvent = e => log($"postgres: {e.Text}") }, TimeProvider.System);
        try
        {
            await cluster.StartAsync(cancellationToken);
            return cluster;
        }
        catch (ClusterException e)
        {
            await cluster.DisposeAsync();
            throw new UserErrorException(e.Message);
        }
    }
}
