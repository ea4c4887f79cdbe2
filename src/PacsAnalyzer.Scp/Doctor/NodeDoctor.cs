using System.Net;
using System.Net.Sockets;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Inference;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Doctor;

/// <summary>Looks at everything that a node needs, one finding after the other.</summary>
internal sealed class NodeDoctor(NodeConfiguration configuration)
{
    private static readonly (string Name, DicomTransferSyntax Syntax, string Package)[] Codecs =
    [
        ("JPEG 2000", DicomTransferSyntax.JPEG2000Lossless, "libopenjp2-7"),
        ("JPEG-LS", DicomTransferSyntax.JPEGLSLossless, "libcharls2"),
    ];

    /// <summary>All findings, in the order in which a node needs the things.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new("configuration", FindingLevel.Good, configuration.Directory);
        RuntimeFile? running = RuntimeFile.Read(configuration);
        yield return Folder();
        yield return Disk();
        yield return running is null ? Port() : new("port", FindingLevel.Good, $"the node runs and listens on {running.DicomPort}");
        yield return await DatabaseAsync(running, cancellationToken);
        foreach (Finding finding in Libraries().Concat(Models()))
        {
            yield return finding;
        }

        AeTitleBook book;
        Finding? titles = null;
        try
        {
            book = AeTitleFile.Read(configuration.Paths.AeTitles);
        }
        catch (ConfigurationException e)
        {
            book = AeTitleBook.Empty;
            titles = new("ae-titles", FindingLevel.Bad, e.Message);
        }

        yield return titles ?? (book.Entries.IsEmpty && !configuration.Options.Association.AcceptUnknownCallers
            ? new("ae-titles", FindingLevel.Warning, "no remote AE is listed, so every caller is rejected; pacs-analyzer ae add NAME AET@HOST:PORT")
            : new("ae-titles", FindingLevel.Good, $"{book.Entries.Length} remote AEs"));
        foreach (RemoteAe ae in book.Entries.Where(e => e.EffectiveRole == AeRole.Pacs && e.CallHost is not null))
        {
            yield return await EchoAsync(ae, cancellationToken);
        }
    }

    private Finding Folder()
    {
        try
        {
            Spool.PrivateFolder.Create(configuration.Paths.Data);
            string probe = Path.Combine(configuration.Paths.Data, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("data folder", FindingLevel.Good, configuration.Paths.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("data folder", FindingLevel.Bad, $"{configuration.Paths.Data} cannot be written: {e.Message}; give it to the service user, or set Node:DataDirectory");
        }
    }

    private Finding Disk()
    {
        long free = new Spool.DiskSpace().FreeBytes(Directory.Exists(configuration.Paths.Data) ? configuration.Paths.Data : "/");
        long minimum = configuration.Options.Spool.MinimumFreeBytes;
        string text = $"{free / 1_000_000_000.0:0.0} GB free, {minimum / 1_000_000_000.0:0.0} GB must stay free";
        return free > minimum ? new("disk", FindingLevel.Good, text) : new("disk", FindingLevel.Bad, text + ": instances are refused with A700; make room, or lower Spool:MinimumFreeBytes");
    }

    private Finding Port()
    {
        int port = configuration.Options.Node.DicomPort;
        try
        {
            using var listener = new TcpListener(IPAddress.Parse(configuration.Options.Node.DicomAddress), port);
            listener.Start();
            return new("port", FindingLevel.Good, $"{port} is free");
        }
        catch (SocketException e)
        {
            return new("port", FindingLevel.Bad, $"{port} cannot be opened: {e.Message}; stop the program that has it, or set Node:DicomPort");
        }
    }

    private async Task<Finding> DatabaseAsync(RuntimeFile? running, CancellationToken cancellationToken)
    {
        if (configuration.Options.Database.ConnectionString.Length == 0)
        {
            bool installed = Directory.Exists("/usr/lib/postgresql") && Directory.EnumerateDirectories("/usr/lib/postgresql").Any(d => File.Exists(Path.Combine(d, "bin", "initdb")));
            return installed || running is not null
                ? new("database", FindingLevel.Good, $"private cluster in {configuration.Paths.Postgres}")
                : new("database", FindingLevel.Bad, "PostgreSQL's server is not installed; apt-get install postgresql, or set Database:ConnectionString");
        }

        try
        {
            await using var database = new NodeDatabase(configuration.Options.Database.ConnectionString, TimeProvider.System);
            await database.CheckAsync(cancellationToken);
            return new("database", FindingLevel.Good, "the external database answers");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new("database", FindingLevel.Bad, $"the external database does not answer: {e.Message}; check Database:ConnectionString and that the server runs");
        }
    }

    private static IEnumerable<Finding> Libraries() => Codecs.Select(c => DicomCodecs.IsSupported(c.Syntax)
        ? new Finding(c.Name, FindingLevel.Good, "decoded")
        : new Finding(c.Name, FindingLevel.Warning, $"the library is missing, the syntax is not offered; apt-get install {c.Package}"));

    private List<Finding> Models()
    {
        var findings = new List<Finding>();
        try
        {
            using NodeModels models = NodeModels.Load(configuration);
            findings.Add(new("onnx runtime", FindingLevel.Good, AnalysisSetup.Library(configuration).Version));
            foreach (string note in models.Pipelines.Notes)
            {
                findings.Add(new("provider", FindingLevel.Warning, note));
            }

            foreach (IAnalysisPipeline pipeline in models.Pipelines.Pipelines)
            {
                findings.Add(new(pipeline.Name, FindingLevel.Good, $"model {pipeline.Model.Version}, checksum right, loads on {pipeline.Model.Provider}"));
            }

            findings.AddRange(models.Pipelines.Problems.Select(p => new Finding(p.Key, FindingLevel.Bad, p.Value)));
        }
        catch (OnnxRuntimeMissingException e)
        {
            findings.Add(new("onnx runtime", FindingLevel.Bad, e.Message));
        }

        return findings;
    }

    private async Task<Finding> EchoAsync(RemoteAe ae, CancellationToken cancellationToken)
    {
        var options = new DicomAssociationOptions
        {
            Host = ae.CallHost!,
            Port = ae.Port,
            CalledAeTitle = ae.AeTitle,
            CallingAeTitle = configuration.Options.Node.AeTitle,
            Tls = ae.Tls ? Associations.TlsSetup.Caller(configuration.Options.Tls) : null,
        };
        EchoDiagnosis diagnosis = await DicomEcho.DiagnoseAsync(options, cancellationToken);
        return diagnosis.IsSuccess
            ? new($"echo {ae.Name}", FindingLevel.Good, diagnosis.Text)
            : new($"echo {ae.Name}", FindingLevel.Warning, $"{diagnosis.Text}. {diagnosis.Advice}");
    }
}
