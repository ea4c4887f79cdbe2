using System.Globalization;
using System.Net;
using System.Threading.Channels;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Demo;

/// <summary>An object that came back.</summary>
/// <param name="StudyInstanceUid">Its study.</param>
/// <param name="Modality">SR or OT.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record ReturnedObject(string StudyInstanceUid, string Modality, string Path);

/// <summary>The receiving PACS of the demonstration: a storage SCP that keeps what it gets.</summary>
internal sealed class DemoArchive : IAssociationHandler, IAsyncDisposable
{
    /// <summary>Its AE title.</summary>
    public const string AeTitle = "DEMO_PACS";

    private readonly string folder;
    private readonly DicomServer server;
    private readonly Channel<ReturnedObject> returned = Channel.CreateUnbounded<ReturnedObject>();
    private int count;

    /// <summary>Starts it on a free port of the loopback.</summary>
    public DemoArchive(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        server = new DicomServer(new DicomServerOptions { Address = IPAddress.Loopback, Port = 0 }, _ => this);
        server.Start();
    }

    /// <summary>Port it listens on.</summary>
    public int Port => server.LocalEndPoint.Port;

    /// <summary>What came back, in order.</summary>
    public ChannelReader<ReturnedObject> Returned => returned.Reader;

    /// <inheritdoc/>
    public AssociationDecision Decide(AssociateRequest request, RemotePeer peer)
    {
        string[] syntaxes = [DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, DicomTransferSyntax.ImplicitVRLittleEndian.Uid.Uid];
        return Negotiator.Negotiate(request, new NegotiationPolicy
        {
            CalledAeTitles = [AeTitle],
            AbstractSyntaxes = request.Contexts.Select(c => c.AbstractSyntax).Distinct().ToDictionary(uid => uid, _ => new AbstractSyntaxPolicy(syntaxes)),
        });
    }

    /// <inheritdoc/>
    public Task<DicomStatus> OnEchoAsync(AssociationInfo association, CancellationToken cancellationToken) => Task.FromResult(DicomStatus.Success);

    /// <inheritdoc/>
    public ValueTask<IStoreSink> BeginStoreAsync(StoreRequest request, AssociationInfo association, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IStoreSink>(new Sink(this, request));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private sealed class Sink(DemoArchive archive, StoreRequest request) : IStoreSink, IDisposable
    {
        private readonly MemoryStream bytes = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> fragment, CancellationToken cancellationToken)
        {
            bytes.Write(fragment.Span);
            return ValueTask.CompletedTask;
        }

        public ValueTask<DicomStatus> CompleteAsync(CancellationToken cancellationToken)
        {
            DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(request.TransferSyntaxUid)!;
            DicomDataset dataset = DicomDatasetReader.Read(bytes.ToArray(), syntax);
            string modality = dataset.GetString(DicomTag.Modality) ?? "OT";
            string name = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref archive.count):d2}-{(modality == "SR" ? "report" : "overlay")}.dcm");
            string path = Path.Combine(archive.folder, name);
            new DicomFile(dataset).Save(path);
            archive.returned.Writer.TryWrite(new ReturnedObject(dataset.GetString(DicomTag.StudyInstanceUID) ?? "", modality, path));
            return ValueTask.FromResult(DicomStatus.Success);
        }

        public ValueTask AbortAsync() => ValueTask.CompletedTask;

        public void Dispose() => bytes.Dispose();
    }
}
