using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.Configuration.Options;
using PacsAnalyzer.Scp.Indexing;
using PacsAnalyzer.Scp.Spool;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Scp.Tests.Spool;

public sealed class SpoolSinkTests : IDisposable
{
    private const string SopClass = "1.2.840.10008.5.1.4.1.1.2";
    private readonly TemporaryFolder folder = new();
    private readonly UnindexedInstances unindexed = new();
    private readonly IndexQueue queue;
    private readonly FixedSpace space = new();
    private readonly SpoolStore store;

    public SpoolSinkTests()
    {
        queue = new IndexQueue(unindexed);
        store = new SpoolStore(
            new SpoolFolder(Path.Combine(folder.Path, "spool"), TimeProvider.System),
            new DiskGuard(folder.Path, 1000, space, TimeProvider.System, NullLogger<DiskGuard>.Instance),
            SpoolDurability.Fsync, queue, TimeProvider.System, NullLogger<SpoolStore>.Instance);
    }

    public void Dispose() => folder.Dispose();

    private static readonly AssociationInfo Association = new()
    {
        ConnectionId = 1,
        CalledAeTitle = "NODE",
        CallingAeTitle = "CT_1",
        Peer = new RemotePeer(IPAddress.Parse("192.0.2.7"), 4000),
        Contexts = [],
        PeerMaximumLength = 0,
    };

    private static StoreRequest Request(string uid) => new(SopClass, uid, DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, 1, 1);

    private static byte[] Image(string uid)
    {
        var dataset = new DicomDataset();
        dataset.AddOrUpdate(DicomTag.SOPClassUID, SopClass);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, uid);
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, "1.2.3");
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, "1.2.3.4");
        dataset.AddOrUpdate(DicomTag.PatientID, "P1");
        using var stream = new MemoryStream();
        DicomDatasetWriter.Write(stream, dataset, DicomTransferSyntax.ExplicitVRLittleEndian);
        return stream.ToArray();
    }

    private async Task<DicomStatus> StoreAsync(StoreRequest request, byte[] bytes)
    {
        IStoreSink sink = store.Begin(request, Association);
        foreach (byte[] fragment in bytes.Chunk(50))
        {
            await sink.WriteAsync(fragment, CancellationToken.None);
        }

        return await sink.CompleteAsync(CancellationToken.None);
    }

    private string[] Files() => Directory.GetFiles(store.Folder.Root, "*", SearchOption.AllDirectories);

    [Fact]
    public async Task A_complete_instance_is_a_part_10_file_with_its_provenance()
    {
        (await StoreAsync(Request("1.2.3.4.5"), Image("1.2.3.4.5"))).ShouldBe(DicomStatus.Success);

        DicomFile file = DicomFile.Open(Files().ShouldHaveSingleItem());
        file.FileMetaInfo.GetString(DicomTag.SendingApplicationEntityTitle).ShouldBe("CT_1");
        file.FileMetaInfo.GetString(DicomTag.ReceivingApplicationEntityTitle).ShouldBe("NODE");
        file.FileMetaInfo.GetString(DicomTag.SendingPresentationAddress).ShouldBe("192.0.2.7");
        file.Dataset.GetString(DicomTag.PatientID).ShouldBe("P1");
        unindexed.Find("1.2.3.4.5").ShouldNotBeNull();
    }

    [Fact]
    public async Task Reading_back_after_a_restart_gives_the_same_account()
    {
        await StoreAsync(Request("1.2.3.4.5"), Image("1.2.3.4.5"));
        queue.Reader.TryRead(out SpooledInstance? received).ShouldBeTrue();

        SpooledInstance again = new SpoolReader(NullLogger<SpoolReader>.Instance).Read(received!.Path)!;

        again.ContentHash.ShouldBe(received.ContentHash);
        again.ByteLength.ShouldBe(received.ByteLength);
        again.CallingAeTitle.ShouldBe("CT_1");
        again.Header.SeriesInstanceUid.ShouldBe("1.2.3.4");
        again.RemoteAddress.ShouldBe("192.0.2.7");
    }

    [Fact]
    public async Task A_data_set_of_another_instance_is_answered_A900_and_leaves_no_file()
    {
        DicomStatus status = await StoreAsync(Request("1.2.3.4.6"), Image("1.2.3.4.5"));

        status.Code.ShouldBe((ushort)0xA900);
        Files().ShouldBeEmpty();
        unindexed.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_are_no_data_set_are_answered_C000_and_leave_no_file()
    {
        DicomStatus status = await StoreAsync(Request("1.2.3.4.5"), [8, 0, 0x18, 0, (byte)'U', (byte)'I', 0xFF, 0x7F, 1, 2, 3]);

        status.Code.ShouldBe((ushort)0xC000);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_aborted_instance_leaves_no_file()
    {
        IStoreSink sink = store.Begin(Request("1.2.3.4.5"), Association);
        await sink.WriteAsync(Image("1.2.3.4.5"), CancellationToken.None);

        await sink.AbortAsync();

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_disk_at_its_limit_the_sender_hears_A700()
    {
        space.Free = 900;

        DicomStatus status = await StoreAsync(Request("1.2.3.4.5"), Image("1.2.3.4.5"));

        status.Code.ShouldBe((ushort)0xA700);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public void Files_that_were_never_acknowledged_are_removed_and_complete_ones_stay()
    {
        string part = store.Folder.NewPartPath();
        File.WriteAllText(part, "half");
        string complete = SpoolFolder.FinalPath(store.Folder.NewPartPath());
        File.WriteAllText(complete, "whole");

        store.Folder.RemoveUnfinished(DateTimeOffset.UtcNow.AddMinutes(1)).ShouldBe(1);

        store.Folder.Files().ShouldBe([complete]);
    }

    [Fact]
    public void A_path_that_leads_out_of_the_spool_is_refused() =>
        Should.Throw<InvalidOperationException>(() => store.Folder.Absolute("../../etc/passwd"));

    private sealed class FixedSpace : IDiskSpace
    {
        public long Free { get; set; } = long.MaxValue;

        public long FreeBytes(string folder) => Free;
    }
}
