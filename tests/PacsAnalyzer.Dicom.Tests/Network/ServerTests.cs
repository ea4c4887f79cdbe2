using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>The listener against a scripted peer.</summary>
public sealed class ServerTests
{
    private static readonly ProposedContext Verification = new(1, NetworkUids.Verification, [NetworkUids.ImplicitVRLittleEndian]);
    private static readonly ProposedContext Ct = new(3, Sample.CtImageStorage, [NetworkUids.ImplicitVRLittleEndian, Sample.ExplicitVRLittleEndian]);

    [Fact]
    public async Task Answers_negotiation_in_the_nodes_order_with_a_window_of_one()
    {
        await using var node = new TestNode();
        using RawPeer peer = await RawPeer.ConnectAsync(node.EndPoint);
        await peer.SendAsync(new AssociateRequestPdu
        {
            CalledAeTitle = "NODE",
            CallingAeTitle = "CALLER",
            Contexts = [Verification, Ct, new(5, "1.2.3.4", ["1.2.840.10008.1.2"]), new(7, Sample.CtImageStorage, ["1.2.3"])],
            User = new UserInformation
            {
                MaximumLength = 4096,
                Window = new(8, 8),
                Extended = [new(Sample.CtImageStorage, [1])],
                Identity = new(UserIdentityKind.UserName, true, "someone"u8.ToArray(), []),
            },
        });
        var accept = (await peer.ReadAsync()).ShouldBeOfType<AssociateAcceptPdu>();
        accept.Contexts.Select(context => (int)context.Result).ShouldBe([0, 0, 3, 4]);
        accept.Contexts[1].TransferSyntax.ShouldBe(Sample.ExplicitVRLittleEndian);
        accept.User.MaximumLength.ShouldBe(262144u);
        accept.User.Window.ShouldBe(new AsynchronousWindow(1, 1));
        accept.User.Extended.ShouldBeEmpty();
        accept.User.IdentityResponse.ShouldBeNull();
        accept.User.ImplementationClassUid.ShouldBe(NetworkUids.ImplementationClass);
    }

    [Fact]
    public async Task Echo_release_and_the_peer_closes()
    {
        await using var node = new TestNode();
        using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Verification);
        await peer.SendAsync(Sample.Command(1, Sample.EchoCommand(9)));
        CommandSet response = await peer.ReadCommandAsync();
        response.Field.ShouldBe(CommandField.CEchoResponse);
        response.Status.ShouldBe((ushort)0);
        response.GetUInt16(CommandElement.MessageIdBeingRespondedTo).ShouldBe((ushort)9);
        await peer.SendAsync(new ReleaseRequestPdu());
        (await peer.ReadAsync()).ShouldBeOfType<ReleaseResponsePdu>();
        peer.Dispose();
        (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.Released);
        node.Handler.Ends.Single().Kind.ShouldBe(ConnectionEndKind.Released);
    }

    [Fact]
    public async Task A_message_in_any_cut_arrives_whole()
    {
        byte[] command = Sample.StoreCommand(Sample.CtImageStorage, "1.2.3").Encode();
        byte[] data = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();
        byte[] stream =
        [
            .. Sample.Data(3, 1, command[..20]).Encode(),
            .. new DataTransferPdu { Values = [new(3, 3, command.AsMemory(20)), new(3, 0, data.AsMemory(0, 100)), new(3, 0, ReadOnlyMemory<byte>.Empty)] }.Encode(),
            .. Sample.Data(3, 0, data[100..999]).Encode(),
            .. Sample.Data(3, 2, data[999..]).Encode(),
        ];
        await using var node = new TestNode();
        foreach (int cut in new[] { 1, 7, 64, stream.Length })
        {
            node.Handler.Stored.Clear();
            using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Ct);
            for (int at = 0; at < stream.Length; at += cut)
            {
                await peer.SendAsync(stream[at..Math.Min(stream.Length, at + cut)]);
            }

            CommandSet response = await peer.ReadCommandAsync();
            response.Field.ShouldBe(CommandField.CStoreResponse);
            response.Status.ShouldBe((ushort)0);
            response.GetText(CommandElement.AffectedSopInstanceUid).ShouldBe("1.2.3");
            node.Handler.Stored["1.2.3"].ShouldBe(data);
            node.Handler.Requests.Last().TransferSyntaxUid.ShouldBe(Sample.ExplicitVRLittleEndian);
        }
    }

    [Theory]
    [InlineData(CommandField.CFindRequest, 0x0211)]
    [InlineData(CommandField.CMoveRequest, 0x0211)]
    [InlineData(0x0777, 0x0211)]
    [InlineData(CommandField.NActionRequest, 0x0118)]
    [InlineData(CommandField.CEchoRequest, 0x0122)]
    public async Task What_the_context_does_not_offer_is_refused_by_status(ushort field, ushort status)
    {
        await using var node = new TestNode();
        using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Ct);
        CommandSet command = new CommandSet().SetUid(CommandElement.AffectedSopClassUid, NetworkUids.Verification)
            .Set(CommandElement.CommandField, field).Set(CommandElement.MessageId, 5).Set(CommandElement.CommandDataSetType, CommandSet.DataSetFollows);
        await peer.SendAsync(Sample.Command(3, command), Sample.Data(3, 2, new byte[50]));
        CommandSet response = await peer.ReadCommandAsync();
        response.Status.ShouldBe(status);
        response.Field.ShouldBe((ushort)(field | 0x8000));
        response.GetUInt16(CommandElement.MessageIdBeingRespondedTo).ShouldBe((ushort)5);

        // The association goes on.
        await peer.SendAsync(Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.9")), Sample.Data(3, 2, [1, 2]));
        (await peer.ReadCommandAsync()).Status.ShouldBe((ushort)0);
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.4", "1.2.3", 0x0122)]
    [InlineData(Sample.CtImageStorage, "../../etc/passwd", 0x0117)]
    [InlineData(Sample.CtImageStorage, "1..2", 0x0117)]
    [InlineData(Sample.CtImageStorage, "12345678901234567890123456789012345678901234567890123456789012345", 0x0117)]
    [InlineData(Sample.CtImageStorage, null, 0x0212)]
    public async Task A_store_request_that_contradicts_itself_never_reaches_the_handler(string sopClass, string? instance, ushort status)
    {
        await using var node = new TestNode();
        using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Ct);
        await peer.SendAsync(Sample.Command(3, Sample.StoreCommand(sopClass, instance)), Sample.Data(3, 2, new byte[50]));
        (await peer.ReadCommandAsync()).Status.ShouldBe(status);
        node.Handler.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("begin", 28, 0xA700)]
    [InlineData("write", 28, 0xA700)]
    [InlineData("complete", 28, 0xA700)]
    [InlineData("write", 0, 0x0110)]
    public async Task A_failing_sink_is_told_to_the_sender_after_the_data_set(string step, int errorNumber, ushort status)
    {
        await using var node = new TestNode();
        Exception failure = errorNumber == 0 ? new InvalidOperationException("bug") : new IOException("No space left on device", errorNumber);
        node.Handler.OnStep = at => at == step ? throw failure : Task.CompletedTask;
        using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Ct);
        await peer.SendAsync(Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.3")), Sample.Data(3, 0, [1, 2]), Sample.Data(3, 2, [3, 4]));
        (await peer.ReadCommandAsync()).Status.ShouldBe(status);
        node.Handler.Stored.ShouldBeEmpty();
        node.Handler.Aborted.ShouldBe(step == "begin" ? 0 : 1);
    }

    [Fact]
    public async Task Wrong_order_ends_with_an_abort()
    {
        Pdu command = Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.3"));
        var response = new CommandSet().Set(CommandElement.CommandField, CommandField.CEchoResponse).Set(CommandElement.CommandDataSetType, CommandSet.NoDataSet);
        Pdu[][] scripts =
        [
            [Sample.Data(3, 2, [1])], // a data set without a command
            [command, Sample.Command(3, Sample.EchoCommand())], // a command instead of the data set
            [command, Sample.Data(1, 2, [1])], // the data set on another context
            [Sample.Data(99, 3, [1, 2])], // a context that is not accepted
            [Sample.Data(3, 3, [1, 2, 3])], // no command set
            [Sample.Command(3, response)], // a response that nobody asked for
            [Sample.Request()], // a second association request
            [new ReleaseResponsePdu()], // a release nobody asked for
            [Sample.Data(3, 1, new byte[40000]), Sample.Data(3, 1, new byte[40000])], // a command set without end
        ];
        await using var node = new TestNode();
        foreach (Pdu[] script in scripts)
        {
            using RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Verification, Ct);
            await peer.SendAsync(script);
            var abort = (await peer.ReadAsync()).ShouldBeOfType<AbortPdu>();
            abort.Source.ShouldBe(AbortSource.ServiceProvider);
            peer.Dispose();
            (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.ProtocolError);
        }

        node.Handler.Aborted.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_lost_within_a_data_set_takes_the_instance_back()
    {
        await using var node = new TestNode();
        using (RawPeer peer = await RawPeer.AssociateAsync(node.EndPoint, Ct))
        {
            await peer.SendAsync(Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.3")), Sample.Data(3, 0, [1, 2]));
            peer.CloseSending();
            (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.ConnectionLost);
        }

        node.Handler.Aborted.ShouldBe(1);
        node.Handler.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Http_and_TLS_on_the_port_are_aborted_at_once()
    {
        await using var node = new TestNode();
        foreach (byte[] bytes in new[] { "GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3] })
        {
            using RawPeer peer = await RawPeer.ConnectAsync(node.EndPoint);
            await peer.SendAsync(bytes);
            (await peer.ReadAsync()).ShouldBeOfType<AbortPdu>();
            (await peer.ReadAsync()).ShouldBeNull();
            (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.NotDicom);
        }
    }

    [Fact]
    public async Task Rejections_carry_the_standards_numbers()
    {
        await using var node = new TestNode(options => options with { MaxAssociations = 1 });
        async Task<Rejection> AskAsync(AssociateRequestPdu request)
        {
            using RawPeer peer = await RawPeer.ConnectAsync(node.EndPoint);
            await peer.SendAsync(request);
            return (await peer.ReadAsync()).ShouldBeOfType<AssociateRejectPdu>().Rejection;
        }

        (await AskAsync(new AssociateRequestPdu { CalledAeTitle = "OTHER", CallingAeTitle = "C", Contexts = [Verification] }))
            .ShouldBe(new Rejection(RejectResult.Permanent, RejectSource.ServiceUser, 7));
        (await AskAsync(new AssociateRequestPdu { CalledAeTitle = "NODE", CallingAeTitle = "C", Contexts = [Verification], ApplicationContext = "1.2" }))
            .ShouldBe(new Rejection(RejectResult.Permanent, RejectSource.ServiceUser, 2));
        node.Handler.Decision = _ => AssociationDecision.Reject(Rejection.CallingAeNotRecognized);
        (await AskAsync(Sample.Request())).ShouldBe(new Rejection(RejectResult.Permanent, RejectSource.ServiceUser, 3));

        node.Handler.Decision = request => Negotiator.Negotiate(request, RecordingHandler.Policy);
        using RawPeer first = await RawPeer.AssociateAsync(node.EndPoint, Verification);
        (await AskAsync(Sample.Request())).ShouldBe(new Rejection(RejectResult.Transient, RejectSource.ServiceProviderPresentation, 2));
        await first.SendAsync(new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified));
        first.Dispose();
        while ((await node.Observer.NextEndAsync()).Kind != ConnectionEndKind.AbortedByPeer)
        {
        }

        using RawPeer second = await RawPeer.AssociateAsync(node.EndPoint, Verification);
    }

    [Fact]
    public async Task Idle_sockets_beyond_the_limit_are_closed_and_the_rest_still_works()
    {
        await using var node = new TestNode(options => options with { MaxConnectionsPerAddress = 20 });
        var idle = new List<RawPeer>();
        for (int i = 0; i < 20; i++)
        {
            idle.Add(await RawPeer.ConnectAsync(node.EndPoint));
        }

        using (RawPeer refused = await RawPeer.ConnectAsync(node.EndPoint))
        {
            (await refused.ReadAsync()).ShouldBeNull();
        }

        node.Observer.RefusedCount.ShouldBe(1);
        idle[0].Dispose();
        (await node.Observer.NextEndAsync()).Kind.ShouldBe(ConnectionEndKind.ConnectionLost);
        await idle[1].SendAsync(Sample.Request());
        (await idle[1].ReadAsync()).ShouldBeOfType<AssociateAcceptPdu>();
        idle.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task A_graceful_stop_lets_the_request_under_way_finish()
    {
        await using var node = new TestNode();
        var inWrite = new TaskCompletionSource();
        node.Handler.OnStep = step =>
        {
            if (step == "write")
            {
                inWrite.TrySetResult();
            }

            return Task.CompletedTask;
        };
        using RawPeer busy = await RawPeer.AssociateAsync(node.EndPoint, Ct);
        using RawPeer idle = await RawPeer.AssociateAsync(node.EndPoint, Verification);
        await busy.SendAsync(Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.3")), Sample.Data(3, 0, [1, 2]));
        await inWrite.Task;
        Task stopping = node.Server.StopAsync(TimeSpan.FromSeconds(20));
        (await idle.ReadAsync()).ShouldBeOfType<AbortPdu>();
        await busy.SendAsync(Sample.Data(3, 2, [3, 4]));
        (await busy.ReadCommandAsync()).Status.ShouldBe((ushort)0);
        (await busy.ReadAsync()).ShouldBeOfType<AbortPdu>();
        await stopping;
        node.Handler.Stored["1.2.3"].ShouldBe([1, 2, 3, 4]);
        node.Server.ConnectionCount.ShouldBe(0);
        node.Server.AssociationCount.ShouldBe(0);
    }

    [Fact]
    public async Task Sixty_four_associations_store_at_once()
    {
        const int Parallel = 64, Instances = 10, Size = 200_001;
        await using var node = new TestNode();
        var proposals = new ContextProposals().Add(Sample.CtImageStorage, Sample.ExplicitVRLittleEndian).Contexts;
        var opened = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => DicomAssociation.RequestAsync(node.ClientOptions, proposals)));
        node.Server.AssociationCount.ShouldBe(Parallel);
        await Task.WhenAll(opened.Select(async (association, number) =>
        {
            byte[] data = new byte[Size];
            for (int i = 0; i < Instances; i++)
            {
                data.AsSpan().Fill((byte)(number + i));
                var item = new StoreItem(Sample.CtImageStorage, $"1.2.{number}.{i}", Sample.ExplicitVRLittleEndian, new MemoryStream(data), data.Length);
                (await association.StoreAsync(item)).Code.ShouldBe((ushort)0);
            }

            await association.ReleaseAsync();
            await association.DisposeAsync();
        }));
        node.Handler.Stored.Count.ShouldBe(Parallel * Instances);
        node.Handler.Stored["1.2.63.9"][..^1].ShouldAllBe(value => value == 72);
        node.Handler.Stored["1.2.63.9"].Length.ShouldBe(Size + 1); // padded to even
    }
}
