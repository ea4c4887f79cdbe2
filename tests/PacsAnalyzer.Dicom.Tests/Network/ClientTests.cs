using System.Net;
using System.Net.Sockets;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>The requestor against the node and against scripted peers that misbehave.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Echoes_and_releases()
    {
        await using var node = new TestNode();
        EchoDiagnosis diagnosis = await DicomEcho.DiagnoseAsync(node.ClientOptions);
        diagnosis.IsSuccess.ShouldBeTrue(diagnosis.Text);
        (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.Released);
    }

    [Fact]
    public async Task Sends_the_data_set_of_a_file_as_it_lies_there()
    {
        byte[] dataSet = Enumerable.Range(0, 700_000).Select(i => (byte)(i * 7)).ToArray();
        dataSet[0] = 8; // group 0008
        dataSet[1] = 0;
        using var folder = new TemporaryFile(Part10(Sample.CtImageStorage, "1.2.3.4", Sample.ExplicitVRLittleEndian, dataSet));
        await using var node = new TestNode();
        var proposals = new ContextProposals().Add(Sample.CtImageStorage, Sample.ExplicitVRLittleEndian);
        await using DicomAssociation association = await DicomAssociation.RequestAsync(node.ClientOptions, proposals.Contexts);
        var progress = new List<StoreProgress>();
        DicomStatus status = await association.StoreAsync(folder.Path, new Collecting(progress));
        await association.ReleaseAsync();
        status.ShouldBe(DicomStatus.Success);
        node.Handler.Stored["1.2.3.4"].ShouldBe(dataSet);
        progress[^1].ShouldBe(new StoreProgress(dataSet.Length, dataSet.Length));
        progress.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_in_a_syntax_that_is_not_accepted_leaves_the_association_standing()
    {
        using var file = new TemporaryFile(Part10(Sample.CtImageStorage, "1.2.3.4", "1.2.840.10008.1.2.4.70", [8, 0, 1, 2]));
        await using var node = new TestNode();
        var proposals = new ContextProposals()
            .Add(Sample.CtImageStorage, Sample.ExplicitVRLittleEndian)
            .Add(Sample.CtImageStorage, "1.2.840.10008.1.2.4.70");
        await using DicomAssociation association = await DicomAssociation.RequestAsync(node.ClientOptions, proposals.Contexts);
        var failure = await Should.ThrowAsync<DicomNetworkException>(() => association.StoreAsync(file.Path));
        failure.Failure.ShouldBe(NetworkFailure.NoUsableContext);
        failure.Message.ShouldBe($"the peer accepts SOP class {Sample.CtImageStorage} in {Sample.ExplicitVRLittleEndian}, not in 1.2.840.10008.1.2.4.70");
        var converted = new StoreItem(Sample.CtImageStorage, "1.2.3.4", Sample.ExplicitVRLittleEndian, new MemoryStream([8, 0]), 2);
        (await association.StoreAsync(converted)).IsAccepted.ShouldBeTrue();
        await association.ReleaseAsync();
    }

    [Fact]
    public async Task No_listener_no_name_wrong_title_are_told_apart()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var options = new DicomAssociationOptions { Host = "127.0.0.1", Port = port, CalledAeTitle = "X", CallingAeTitle = "Y" };
        EchoDiagnosis refused = await DicomEcho.DiagnoseAsync(options);
        refused.Failure.ShouldBe(NetworkFailure.ConnectionRefused);
        refused.Text.ShouldBe($"127.0.0.1:{port} refuses the connection: nothing listens on that port");

        (await DicomEcho.DiagnoseAsync(options with { Host = "no-such-host.invalid" })).Failure.ShouldBe(NetworkFailure.NameNotFound);

        await using var node = new TestNode();
        EchoDiagnosis wrong = await DicomEcho.DiagnoseAsync(node.ClientOptions with { CalledAeTitle = "WRONG" });
        wrong.Failure.ShouldBe(NetworkFailure.Rejected);
        wrong.Text.ShouldBe("association rejected: permanent rejection: called AE title not recognized (result 1, source 1, reason 7)");
        wrong.Advice.ShouldContain("'WRONG'");
    }

    public static TheoryData<string, NetworkFailure> Answers => new()
    {
        { "http", NetworkFailure.NotDicom },
        { "tls", NetworkFailure.TlsFailed },
        { "close", NetworkFailure.ConnectionLost },
        { "abort", NetworkFailure.Aborted },
        { "transient", NetworkFailure.Rejected },
        { "permanent", NetworkFailure.Rejected },
        { "huge", NetworkFailure.ProtocolError },
        { "data", NetworkFailure.ProtocolError },
        { "no context", NetworkFailure.NoUsableContext },
        { "wrong message", NetworkFailure.ProtocolError },
        { "abort in response", NetworkFailure.Aborted },
        { "close in response", NetworkFailure.ConnectionLost },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_way_a_peer_can_fail_has_its_name(string script, NetworkFailure expected)
    {
        using var listener = new Listener();
        Task<EchoDiagnosis> diagnosing = DicomEcho.DiagnoseAsync(listener.Options);
        using (RawPeer peer = await RawPeer.AcceptAsync(listener.Tcp))
        {
            (await peer.ReadAsync()).ShouldBeOfType<AssociateRequestPdu>();
            var response = new CommandSet().Set(CommandElement.CommandField, CommandField.CEchoResponse)
                .Set(CommandElement.MessageIdBeingRespondedTo, 99).Set(CommandElement.Status, 0);
            switch (script)
            {
                case "http": await peer.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray()); break;
                case "tls": await peer.SendAsync([0x15, 3, 1, 0, 2, 2, 10]); break;
                case "close": break;
                case "abort": await peer.SendAsync(new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified)); break;
                case "transient": await peer.SendAsync(new AssociateRejectPdu(Rejection.TemporaryCongestion)); break;
                case "permanent": await peer.SendAsync(new AssociateRejectPdu(Rejection.CallingAeNotRecognized)); break;
                case "huge": await peer.SendAsync([2, 0, 0x7F, 0, 0, 0]); break;
                case "data": await peer.SendAsync(Sample.Data(1, 3, [1, 2])); break;
                case "no context": await peer.SendAsync(Sample.Accept(new ContextAnswer(1, ContextResult.AbstractSyntaxNotSupported, ""))); break;
                default:
                    await peer.SendAsync(Sample.Accept());
                    await peer.ReadCommandAsync();
                    if (script == "wrong message")
                    {
                        await peer.SendAsync(Sample.Command(1, response));
                    }
                    else if (script == "abort in response")
                    {
                        await peer.SendAsync(new AbortPdu(AbortSource.ServiceProvider, AbortReason.UnexpectedPdu));
                    }

                    break;
            }

            if (script.StartsWith("close", StringComparison.Ordinal))
            {
                peer.Dispose();
            }

            EchoDiagnosis diagnosis = await diagnosing;
            diagnosis.IsSuccess.ShouldBeFalse();
            diagnosis.Failure.ShouldBe(expected, diagnosis.Text);
            diagnosis.Text.ShouldNotContain("\n");
            diagnosis.Advice.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Silence_after_the_request_ends_in_time()
    {
        var time = new ManualTime();
        using var listener = new Listener();
        Task<EchoDiagnosis> diagnosing = DicomEcho.DiagnoseAsync(listener.Options with { Time = time });
        using RawPeer peer = await RawPeer.AcceptAsync(listener.Tcp);
        (await peer.ReadAsync()).ShouldBeOfType<AssociateRequestPdu>();
        // The request has been read here, so the wait for its answer is about to begin or has begun.
        while (!diagnosing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }

        EchoDiagnosis diagnosis = await diagnosing;
        diagnosis.Failure.ShouldBe(NetworkFailure.TimedOut, diagnosis.Text);
        (await peer.ReadAsync()).ShouldBeOfType<AbortPdu>();
    }

    [Fact]
    public void Transience_follows_the_peers_answer()
    {
        new AssociationRejectedException(Rejection.LocalLimitExceeded).IsTransient.ShouldBeTrue();
        new AssociationRejectedException(Rejection.CalledAeNotRecognized).IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancelled_request_is_aborted()
    {
        using var listener = new Listener();
        using var cancel = new CancellationTokenSource();
        Task<DicomAssociation> requesting = DicomAssociation.RequestAsync(listener.Options, ContextProposals.Verification, cancel.Token);
        using RawPeer peer = await RawPeer.AcceptAsync(listener.Tcp);
        (await peer.ReadAsync()).ShouldBeOfType<AssociateRequestPdu>();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => requesting);
        (await peer.ReadAsync()).ShouldBeOfType<AbortPdu>();
    }

    [Fact]
    public async Task Small_PDUs_of_the_peer_are_kept_to()
    {
        using var listener = new Listener();
        Task<DicomAssociation> requesting = DicomAssociation.RequestAsync(
            listener.Options, new ContextProposals().Add(Sample.CtImageStorage, Sample.ExplicitVRLittleEndian).Contexts);
        using RawPeer peer = await RawPeer.AcceptAsync(listener.Tcp);
        await peer.ReadAsync();
        await peer.SendAsync(new AssociateAcceptPdu
        {
            Contexts = [new(1, ContextResult.Acceptance, Sample.ExplicitVRLittleEndian)],
            User = new UserInformation { MaximumLength = 51 },
        });
        await using DicomAssociation association = await requesting;
        byte[] data = Enumerable.Range(0, 100).Select(i => (byte)i).ToArray();
        Task<DicomStatus> storing = association.StoreAsync(new StoreItem(Sample.CtImageStorage, "1.2", Sample.ExplicitVRLittleEndian, new MemoryStream(data), 100));
        var command = new List<byte>();
        var received = new List<byte>();
        bool isLast;
        do
        {
            PresentationDataValue value = ((DataTransferPdu)(await peer.ReadAsync())!).Values.Single();
            value.Fragment.Length.ShouldBeLessThanOrEqualTo(44);
            (value.Fragment.Length % 2).ShouldBe(0);
            (value.IsCommand ? command : received).AddRange(value.Fragment.ToArray());
            isLast = !value.IsCommand && value.IsLast;
        }
        while (!isLast);
        received.ShouldBe(data);
        CommandSet request = CommandSet.Decode([.. command]);
        request.Field.ShouldBe(CommandField.CStoreRequest);
        await peer.SendAsync(Sample.Command(1, new CommandSet().Set(CommandElement.CommandField, CommandField.CStoreResponse)
            .Set(CommandElement.MessageIdBeingRespondedTo, request.MessageId).Set(CommandElement.Status, 0xA7FF)
            .SetText(CommandElement.ErrorComment, "disk full").Set(CommandElement.CommandDataSetType, CommandSet.NoDataSet)));
        DicomStatus status = await storing;
        status.Code.ShouldBe((ushort)0xA7FF);
        status.IsTransient.ShouldBeTrue();
        status.Comment.ShouldBe("disk full");
    }

    [Fact]
    public void Titles_and_files_that_are_none_are_refused_in_words()
    {
        var options = new DicomAssociationOptions { Host = "x", Port = 1, CalledAeTitle = "SEVENTEEN_LETTERS", CallingAeTitle = "Y" };
        Should.Throw<ArgumentException>(() => DicomAssociation.RequestAsync(options, []).GetAwaiter().GetResult())
            .Message.ShouldStartWith("'SEVENTEEN_LETTERS' is no AE title");
        Should.Throw<InvalidDataException>(() => Part10Header.Read(new MemoryStream(new byte[200])))
            .Message.ShouldBe("no DICOM Part 10 file: 'DICM' is not at offset 128");
    }

    internal static byte[] Part10(string sopClass, string instance, string syntax, byte[] dataSet)
    {
        static byte[] Uid(ushort element, string uid)
        {
            string padded = uid.Length % 2 == 0 ? uid : uid + '\0';
            return [2, 0, (byte)element, (byte)(element >> 8), .. "UI"u8, (byte)padded.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(padded)];
        }

        return
        [
            .. new byte[128], .. "DICM"u8,
            2, 0, 1, 0, .. "OB"u8, 0, 0, 2, 0, 0, 0, 0, 1,
            .. Uid(2, sopClass), .. Uid(3, instance), .. Uid(0x10, syntax),
            .. dataSet,
        ];
    }

    private sealed class Collecting(List<StoreProgress> into) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value) => into.Add(value);
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }

    private sealed class Listener : IDisposable
    {
        public Listener() => Tcp.Start();

        public TcpListener Tcp { get; } = new(IPAddress.Loopback, 0);

        public DicomAssociationOptions Options => new()
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)Tcp.LocalEndpoint).Port,
            CalledAeTitle = "NODE",
            CallingAeTitle = "CALLER",
        };

        public void Dispose() => Tcp.Dispose();
    }
}
