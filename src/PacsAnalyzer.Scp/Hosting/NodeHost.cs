using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Assembly;
using PacsAnalyzer.Scp.Associations;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Delivery;
using PacsAnalyzer.Scp.Http;
using PacsAnalyzer.Scp.Indexing;
using PacsAnalyzer.Scp.Ledger;
using PacsAnalyzer.Scp.Retention;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Hosting;

/// <summary>Puts the node together: one registration a stage, in the order of the way through it.</summary>
internal static class NodeHost
{
    /// <summary>Builds the node; nothing listens yet. A quiet one logs warnings and errors alone.</summary>
    public static WebApplication Build(NodeConfiguration configuration, NodeDatabase database, NodeModels models, bool quiet)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffzzz ";
        });
        builder.Logging.SetMinimumLevel(quiet ? LogLevel.Warning : LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(configuration.Options.Node.HttpUrl);

        IServiceCollection services = builder.Services;
        services.AddSingleton(configuration).AddSingleton(database).AddSingleton(TimeProvider.System).AddSingleton(database.Signals);
        services.AddSingleton(database.Instances).AddSingleton(database.Series).AddSingleton(database.Jobs).AddSingleton(database.Results);
        services.AddSingleton(database.Deliveries).AddSingleton(database.Ledger).AddSingleton(database.Rejections).AddSingleton(database.Retention).AddSingleton(database.Alerts);
        services.AddSingleton<NodeIdentity>().AddSingleton<DatabaseGate>();
        AddAssociations(services, configuration);
        AddSpool(services, configuration);
        services.AddSingleton(RoutingRules.Default).AddSingleton<IModelVersions>(models).AddSingleton(models);
        services.AddSingleton(new ResultFolder(configuration.Paths.Results)).AddSingleton<OutcomeBuilder>().AddSingleton<ReportFactory>().AddSingleton<ISeriesAnalyst, SeriesAnalyst>();
        services.AddSingleton<IReportSender, StorageSender>().AddSingleton<LedgerReader>().AddSingleton<NodeHealth>();

        // Started in this order, stopped in the reverse one: the listener is the first to stop.
        services.AddHostedService<DatabaseStarter>();
        services.AddHostedService(p => p.GetRequiredService<RejectionInbox>());
        services.AddHostedService<SpoolCleaner>();
        services.AddHostedService<SpoolIndexer>();
        services.AddHostedService<SeriesAssembler>();
        services.AddHostedService<AnalysisWorker>();
        services.AddHostedService<DeliveryService>();
        services.AddHostedService<RetentionService>();
        services.AddHostedService(p => p.GetRequiredService<DicomListener>());
        services.AddHostedService<RuntimeFileWriter>();

        WebApplication application = builder.Build();
        var signIn = new SignIn(configuration);
        application.Use((context, next) => signIn.InvokeAsync(context, next));
        NodeEndpoints.Map(application);
        return application;
    }

    private static void AddAssociations(IServiceCollection services, NodeConfiguration configuration)
    {
        services.AddSingleton<AeTitleStore>().AddSingleton<HostResolver>().AddSingleton<RejectionInbox>().AddSingleton<ListenerLog>().AddSingleton<DicomListener>();
        services.AddSingleton<IReadOnlyDictionary<string, AbstractSyntaxPolicy>>(_ => AcceptedSyntaxes.Create(PacsAnalyzer.Dicom.Imaging.DicomCodecs.IsSupported));
        services.AddSingleton<NodeAssociationHandler>();
    }

    private static void AddSpool(IServiceCollection services, NodeConfiguration configuration)
    {
        services.AddSingleton(new SpoolFolder(configuration.Paths.Spool, TimeProvider.System)).AddSingleton<IDiskSpace, DiskSpace>();
        services.AddSingleton(p => new DiskGuard(
            configuration.Paths.Spool, configuration.Options.Spool.MinimumFreeBytes, p.GetRequiredService<IDiskSpace>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<DiskGuard>>()));
        services.AddSingleton<UnindexedInstances>().AddSingleton<IndexQueue>().AddSingleton<ArrivalMapper>().AddSingleton<ISpoolReader, SpoolReader>().AddSingleton<SpoolCatalog>();
        services.AddSingleton(p => new SpoolStore(
            p.GetRequiredService<SpoolFolder>(), p.GetRequiredService<DiskGuard>(), configuration.Options.Spool.Durability,
            p.GetRequiredService<IndexQueue>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SpoolStore>>()));
    }
}
