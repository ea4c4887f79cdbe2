using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Fires each event in each state and looks at what the connection does: state, bytes sent, ARTIM, end.</summary>
public sealed class UpperLayerMatrixTests
{
    [Fact]
    public async Task Each_event_in_each_state_does_what_the_table_says()
    {
        foreach ((UlEvent @event, UlState state, UlAction? action) in StateTableTests.Cells())
        {
            foreach (bool isRequestor in new[] { true, false })
            {
                var transport = new MemoryTransport();
                await using UpperLayer layer = UpperLayer.CreateInState(state, isRequestor, transport, Sample.Settings(new ManualTime()));
                string at = $"{@event} in {state}, requestor {isRequestor}";
                Pdu? pdu = PduOf(@event);
                if (action is not { } expected)
                {
                    await Should.ThrowAsync<InvalidOperationException>(async () => await layer.FireAsync(@event, pdu, Frames(@event), default), at);
                    layer.State.ShouldBe(state, at);
                    transport.Sent.ShouldBeEmpty(at);
                    continue;
                }

                await layer.FireAsync(@event, pdu, Frames(@event), CancellationToken.None);
                layer.State.ShouldBe(NextOf(expected, isRequestor), at);
                transport.SentPdus().Select(sent => sent.Type).ShouldBe(SentBy(expected), at);
                transport.IsClosed.ShouldBe(Closes(expected), at);
                layer.IsArtimRunning.ShouldBe(StartsArtim(expected), at);
            }
        }
    }

    [Fact]
    public async Task A_provider_abort_names_its_reason_and_a_user_abort_none()
    {
        var transport = new MemoryTransport();
        await using UpperLayer layer = UpperLayer.CreateInState(UlState.Sta6, false, transport, Sample.Settings(new ManualTime()));
        await layer.FireAsync(UlEvent.Evt6, Sample.Request(), default, CancellationToken.None);
        transport.Sent.ShouldBe([0x07, 0, 0, 0, 0, 4, 0, 0, 2, 2]); // source: provider, reason: unexpected PDU

        transport = new MemoryTransport();
        await using UpperLayer other = UpperLayer.CreateInState(UlState.Sta6, false, transport, Sample.Settings(new ManualTime()));
        await other.AbortAsync("test", CancellationToken.None);
        transport.Sent.ShouldBe([0x07, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task An_unsupported_protocol_version_is_rejected_by_the_provider()
    {
        var transport = new MemoryTransport();
        await using UpperLayer layer = await UpperLayer.AcceptAsync(transport, Sample.Settings(new ManualTime()));
        transport.Push(new AssociateRequestPdu { ProtocolVersion = 2, CalledAeTitle = "A", CallingAeTitle = "B" });
        UlIndication indication = await layer.ReceiveAsync(null, CancellationToken.None);
        indication.Kind.ShouldBe(UlIndicationKind.Ended);
        layer.State.ShouldBe(UlState.Sta13);
        ((AssociateRejectPdu)transport.SentPdus().Single()).Rejection.ShouldBe(Rejection.ProtocolVersionNotSupported);
    }

    private static Pdu? PduOf(UlEvent @event) => @event switch
    {
        UlEvent.Evt2 or UlEvent.Evt6 => Sample.Request(),
        UlEvent.Evt3 or UlEvent.Evt7 => Sample.Accept(),
        UlEvent.Evt4 or UlEvent.Evt8 => new AssociateRejectPdu(Rejection.NoReason),
        UlEvent.Evt11 or UlEvent.Evt12 => new ReleaseRequestPdu(),
        UlEvent.Evt13 or UlEvent.Evt14 => new ReleaseResponsePdu(),
        UlEvent.Evt16 => new AbortPdu(AbortSource.ServiceProvider, AbortReason.UnexpectedPdu),
        _ => null,
    };

    private static byte[] Frames(UlEvent @event) => @event == UlEvent.Evt9 ? Sample.Data(1, 3, 1, 2).Encode() : [];

    private static UlState NextOf(UlAction action, bool isRequestor) => StateTable.Next(action, isRequestor, isAcceptable: true);

    private static PduType[] SentBy(UlAction action) => action switch
    {
        UlAction.AE2 => [PduType.AssociateRequest],
        UlAction.AE7 => [PduType.AssociateAccept],
        UlAction.AE8 => [PduType.AssociateReject],
        UlAction.DT1 or UlAction.AR7 => [PduType.DataTransfer],
        UlAction.AR1 => [PduType.ReleaseRequest],
        UlAction.AR4 or UlAction.AR9 => [PduType.ReleaseResponse],
        UlAction.AA1 or UlAction.AA7 or UlAction.AA8 => [PduType.Abort],
        _ => [],
    };

    private static bool Closes(UlAction action) => action is UlAction.AE4 or UlAction.AR3 or UlAction.AR5
        or UlAction.AA2 or UlAction.AA3 or UlAction.AA4 or UlAction.AA5;

    private static bool StartsArtim(UlAction action) => action is UlAction.AE5 or UlAction.AE8 or UlAction.AR4 or UlAction.AA1 or UlAction.AA8;
}
