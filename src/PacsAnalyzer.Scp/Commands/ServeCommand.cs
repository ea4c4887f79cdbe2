using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Cluster;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>serve</c>: the node.</summary>
internal static class ServeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Runs the node until it is interrupted. Ready when GET /health/ready answers 200.") { Verb.Config };
        command.Handle((parse, token) => RunAsync(Verb.LoadConfiguration(parse), token));
        return command;
    }

    private static async Task<int> RunAsync(NodeConfiguration configuration, CancellationToken cancellationToken)
    {
        AeTitleFile.Read(configuration.Paths.AeTitles);
        PrivateFolder.Create(configuration.Paths.Data);
        await using PrivateCluster? cluster = await StartClusterAsync(configuration, cancellationToken);
        string connection = cluster?.ConnectionString ?? configuration.Options.Database.ConnectionString;
        await using var database = new NodeDatabase(connection, TimeProvider.System);
        using NodeModels models = EvaluateCommand.LoadModels(configuration);
        WebApplication application = NodeHost.Build(configuration, database, models);
        await using (application)
        {
            try
            {
                await application.StartAsync(cancellationToken);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new UserErrorException($"Node:HttpUrl {configuration.Options.Node.HttpUrl} is in use; stop the program that has it, or set another port", ExitCodes.Usage);
            }

            await application.WaitForShutdownAsync(cancellationToken);
        }

        return ExitCodes.Success;
    }

    private static async Task<PrivateCluster?> StartClusterAsync(NodeConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.Options.Database.ConnectionString.Length > 0)
        {
            return null;
        }

        var cluster = new PrivateCluster(
            new PrivateClusterOptions(configuration.Paths.Data) { OnEvent = e => Console.Error.WriteLine($"postgres: {e.Text}") }, TimeProvider.System);
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
