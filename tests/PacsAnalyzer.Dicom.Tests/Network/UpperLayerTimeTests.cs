using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>ARTIM and the idle limit, by a clock that the test moves.</summary>
public sealed class UpperLayerTimeTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryTransport _transport = new();

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    [Fact]
    public async Task Silence_after_connecting_ends_with_Artim()
    {
        await using UpperLayer layer = await UpperLayer.AcceptAsync(_transport, Sample.Settings(_time));
        ValueTask<UlIndication> receiving = layer.ReceiveAsync(null, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(29.9));
        receiving.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.2));
        (await receiving).Kind.ShouldBe(UlIndicationKind.Ended);
        layer.End!.Kind.ShouldBe(ConnectionEndKind.ArtimExpired);
        _transport.IsClosed.ShouldBeTrue();
        _transport.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_an_association_request_a_byte_a_second_does_not_hold_Artim_off()
    {
        byte[] request = Sample.Request().Encode();
        await using UpperLayer layer = await UpperLayer.AcceptAsync(_transport, Sample.Settings(_time));
        ValueTask<UlIndication> receiving = layer.ReceiveAsync(null, CancellationToken.None);
        for (int i = 0; i < 31; i++)
        {
            _transport.Push(request[i]);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        (await receiving).Kind.ShouldBe(UlIndicationKind.Ended);
        layer.End!.Kind.ShouldBe(ConnectionEndKind.ArtimExpired);
    }

    [Fact]
    public async Task Silence_within_an_association_ends_with_an_abort_and_then_with_Artim()
    {
        await using UpperLayer layer = UpperLayer.CreateInState(UlState.Sta6, false, _transport, Sample.Settings(_time));
        ValueTask<UlIndication> receiving = layer.ReceiveAsync(null, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(61));
        (await receiving).Kind.ShouldBe(UlIndicationKind.Ended);
        layer.End!.Kind.ShouldBe(ConnectionEndKind.IdleTimeout);
        _transport.SentPdus().Single().Type.ShouldBe(PduType.Abort);
        layer.State.ShouldBe(UlState.Sta13);

        ValueTask lingering = layer.LingerAsync(CancellationToken.None);
        lingering.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(31));
        await lingering;
        _transport.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Bytes_without_a_whole_PDU_do_not_hold_the_idle_limit_off()
    {
        byte[] data = Sample.Data(1, 0, new byte[200]).Encode();
        await using UpperLayer layer = UpperLayer.CreateInState(UlState.Sta6, false, _transport, Sample.Settings(_time));
        ValueTask<UlIndication> receiving = layer.ReceiveAsync(null, CancellationToken.None);
        for (int i = 0; i < 62; i++)
        {
            _transport.Push(data[i]);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        (await receiving).Kind.ShouldBe(UlIndicationKind.Ended);
        layer.End!.Kind.ShouldBe(ConnectionEndKind.IdleTimeout);
    }

    [Fact]
    public async Task A_peer_that_does_not_take_what_is_sent_is_cut_off()
    {
        await using UpperLayer layer = UpperLayer.CreateInState(UlState.Sta6, false, _transport, Sample.Settings(_time));
        _transport.BlocksWrites = true;
        ValueTask sending = layer.SendAsync(new byte[100], CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(61));
        await Should.ThrowAsync<DicomNetworkException>(async () => await sending);
        layer.End!.Kind.ShouldBe(ConnectionEndKind.IdleTimeout);
        _transport.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_DICOM_is_aborted_at_once()
    {
        foreach (byte[] bytes in new[] { "GET / HTTP/1.1\r\n"u8.ToArray(), [0x16, 0x03, 0x01, 0x02, 0x00], "G"u8.ToArray(), [0xFF] })
        {
            var transport = new MemoryTransport();
            await using UpperLayer layer = await UpperLayer.AcceptAsync(transport, Sample.Settings(_time));
            transport.Push(bytes);
            (await layer.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.Ended);
            layer.End!.Kind.ShouldBe(ConnectionEndKind.NotDicom);
            await layer.LingerAsync(CancellationToken.None);
            transport.SentPdus().Single().Type.ShouldBe(PduType.Abort);
            transport.IsClosed.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_claimed_length_over_the_limit_ends_from_the_header_alone()
    {
        foreach ((byte[] header, UlState state) in new (byte[], UlState)[]
        {
            ([1, 0, 0xFF, 0xFF, 0xFF, 0xFF], UlState.Sta2),
            ([4, 0, 0, 0, 0x40, 0x11], UlState.Sta6),
            ([4, 0, 0x7F, 0xFF, 0xFF, 0xFF], UlState.Sta6),
            ([5, 0, 0, 0, 0, 5], UlState.Sta6),
            ([7, 0, 0, 0, 0, 0], UlState.Sta6),
            ([9, 0, 0, 0, 0, 4], UlState.Sta6),
        })
        {
            var transport = new MemoryTransport();
            await using UpperLayer layer = UpperLayer.CreateInState(state, false, transport, Sample.Settings(_time));
            transport.Push(header);
            (await layer.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.Ended);
            layer.End!.Kind.ShouldBe(ConnectionEndKind.ProtocolError);
            transport.SentPdus().Single().Type.ShouldBe(PduType.Abort);
            transport.End();
            await layer.LingerAsync(CancellationToken.None);
            transport.IsClosed.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task When_sending_breaks_the_peers_last_words_are_heard()
    {
        await using UpperLayer layer = UpperLayer.CreateInState(UlState.Sta6, true, _transport, Sample.Settings(_time));
        _transport.Push(new AbortPdu(AbortSource.ServiceProvider, AbortReason.InvalidParameterValue));
        _transport.FailsToWrite = true;
        var failure = await Should.ThrowAsync<AssociationAbortedException>(async () => await layer.SendAsync(new byte[10], CancellationToken.None));
        failure.Message.ShouldContain("InvalidParameterValue");
        failure.End.Kind.ShouldBe(ConnectionEndKind.AbortedByPeer);
    }

    [Fact]
    public async Task A_release_collision_ends_well_on_both_sides()
    {
        await using UpperLayer requestor = UpperLayer.CreateInState(UlState.Sta6, true, _transport, Sample.Settings(_time));
        await requestor.RequestReleaseAsync(CancellationToken.None);
        _transport.Push(new ReleaseRequestPdu());
        (await requestor.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.ReleaseRequested);
        requestor.State.ShouldBe(UlState.Sta9);
        await requestor.RespondReleaseAsync(CancellationToken.None);
        requestor.State.ShouldBe(UlState.Sta11);
        _transport.Push(new ReleaseResponsePdu());
        (await requestor.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.Released);
        requestor.State.ShouldBe(UlState.Sta1);

        var other = new MemoryTransport();
        await using UpperLayer acceptor = UpperLayer.CreateInState(UlState.Sta6, false, other, Sample.Settings(_time));
        await acceptor.RequestReleaseAsync(CancellationToken.None);
        other.Push(new ReleaseRequestPdu());
        (await acceptor.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.ReleaseRequested);
        acceptor.State.ShouldBe(UlState.Sta10);
        other.Push(new ReleaseResponsePdu());
        (await acceptor.ReceiveAsync(null, CancellationToken.None)).Kind.ShouldBe(UlIndicationKind.Released);
        acceptor.State.ShouldBe(UlState.Sta12);
        await acceptor.RespondReleaseAsync(CancellationToken.None);
        acceptor.State.ShouldBe(UlState.Sta13);
    }
}
