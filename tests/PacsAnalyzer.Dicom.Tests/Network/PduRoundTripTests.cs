using FsCheck;
using FsCheck.Fluent;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Encode, decode, encode again: the same bytes and the same content.</summary>
public sealed class PduRoundTripTests
{
    private static readonly Gen<string> Uid =
        from parts in Gen.ArrayOf(Gen.Choose(0, 99999)).Where(values => values.Length is > 0 and < 9)
        select string.Join('.', parts);

    private static readonly Gen<string> Title =
        from chars in Gen.ArrayOf(Gen.Elements("ABCXYZ abc_-09".ToCharArray())).Where(values => values.Length is > 0 and <= 16)
        select new string(chars).Trim();

    private static readonly Gen<byte[]> Bytes = Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value));

    private static readonly Gen<UserIdentity?> Identity = Gen.OneOf(
        Gen.Constant<UserIdentity?>(null),
        from kind in Gen.Choose(1, 5)
        from wanted in Gen.Elements(true, false)
        from primary in Bytes
        from secondary in Bytes
        select (UserIdentity?)new UserIdentity((UserIdentityKind)kind, wanted, primary, secondary));

    private static readonly Gen<UserInformation> User =
        from length in Gen.Choose(0, int.MaxValue)
        from uid in Uid
        from version in Title
        from invoked in Gen.Choose(0, 65535)
        from roles in Gen.ArrayOf(from u in Uid from scu in Gen.Elements(true, false) from scp in Gen.Elements(true, false) select new RoleSelection(u, scu, scp))
        from extended in Gen.ArrayOf(from u in Uid from data in Bytes select new ExtendedNegotiation(u, data))
        from identity in Identity
        from response in Gen.OneOf(Gen.Constant<byte[]?>(null), Bytes.Select(bytes => (byte[]?)bytes))
        select new UserInformation
        {
            MaximumLength = (uint)length,
            ImplementationClassUid = uid,
            ImplementationVersion = version.Length == 0 ? null : version,
            Window = invoked == 0 ? null : new((ushort)invoked, 1),
            Roles = roles,
            Extended = extended,
            Identity = identity,
            IdentityResponse = response,
        };

    private static readonly Gen<Pdu> Request =
        from called in Title
        from calling in Title
        from contexts in Gen.ArrayOf(from u in Uid from syntaxes in Gen.ArrayOf(Uid) select (u, syntaxes)).Where(values => values.Length <= 128)
        from user in User
        select (Pdu)new AssociateRequestPdu
        {
            CalledAeTitle = called,
            CallingAeTitle = calling,
            Contexts = [.. contexts.Select((context, index) => new ProposedContext((byte)((2 * index) + 1), context.u, context.syntaxes))],
            User = user,
        };

    private static readonly Gen<Pdu> Accept =
        from contexts in Gen.ArrayOf(from id in Gen.Choose(0, 255) from result in Gen.Choose(0, 4) from u in Uid select new ContextAnswer((byte)id, (ContextResult)result, u))
        from user in User
        select (Pdu)new AssociateAcceptPdu { CalledAeTitle = "A", CallingAeTitle = "B", Contexts = contexts, User = user };

    private static readonly Gen<Pdu> Data =
        from values in Gen.ArrayOf(from id in Gen.Choose(1, 255) from control in Gen.Choose(0, 3) from bytes in Bytes select new PresentationDataValue((byte)id, (byte)control, bytes))
            .Where(values => values.Length > 0)
        select (Pdu)new DataTransferPdu { Values = values };

    private static readonly Gen<Pdu> Small =
        from a in Gen.Choose(0, 255)
        from b in Gen.Choose(0, 255)
        from which in Gen.Choose(0, 3)
        select which switch
        {
            0 => (Pdu)new AbortPdu((AbortSource)a, (AbortReason)b),
            1 => new AssociateRejectPdu(new Rejection((RejectResult)a, RejectSource.ServiceUser, (byte)b)),
            2 => new ReleaseRequestPdu(),
            _ => new ReleaseResponsePdu(),
        };

    [Fact]
    public void Every_PDU_survives_the_way_through_its_bytes() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Request, Accept, Data, Small)), pdu =>
        {
            byte[] bytes = pdu.Encode();
            PduHeader header = PduHeader.Read(bytes);
            header.Length.ShouldBe((uint)bytes.Length - 6);
            Pdu decoded = PduDecoder.Decode(header.Type, bytes.AsMemory(PduHeader.Size));
            decoded.Type.ShouldBe(pdu.Type);
            decoded.Encode().ShouldBe(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_request_keeps_its_content() =>
        Prop.ForAll(Arb.From(Request), pdu =>
        {
            var request = (AssociateRequestPdu)pdu;
            var decoded = AssociateRequestPdu.Decode(request.Encode().AsSpan(PduHeader.Size));
            decoded.CalledAeTitle.ShouldBe(request.CalledAeTitle);
            decoded.User.Roles.ShouldBe(request.User.Roles);
            decoded.User.MaximumLength.ShouldBe(request.User.MaximumLength);
            decoded.User.ImplementationVersion.ShouldBe(request.User.ImplementationVersion);
            decoded.Contexts.Select(context => context.AbstractSyntax).ShouldBe(request.Contexts.Select(context => context.AbstractSyntax));
            decoded.Contexts.SelectMany(context => context.TransferSyntaxes).ShouldBe(request.Contexts.SelectMany(context => context.TransferSyntaxes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_command_set_keeps_its_content() =>
        Prop.ForAll(Arb.From(from u in Uid from id in Gen.Choose(0, 65535) select (u, id)), value =>
        {
            CommandSet decoded = CommandSet.Decode(Sample.StoreCommand(value.u, value.u, (ushort)value.id).Encode());
            decoded.GetText(CommandElement.AffectedSopInstanceUid).ShouldBe(value.u);
            decoded.MessageId.ShouldBe((ushort)value.id);
            decoded.HasDataSet.ShouldBeTrue();
        }).QuickCheckThrowOnFailure();
}
