using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>PDUs byte by byte, as PS3.8 section 9.3 lays them out.</summary>
public sealed class PduGoldenTests
{
    [Fact]
    public void Associate_request()
    {
        byte[] golden =
        [
            0x01, 0x00, 0x00, 0x00, 0x00, 0xB8, // type, reserved, length 184
            0x00, 0x01, 0x00, 0x00, // protocol version 1, reserved
            .. "NODE            "u8, // called AE title
            .. "CALLER          "u8, // calling AE title
            .. new byte[32], // reserved
            0x10, 0x00, 0x00, 0x15, .. "1.2.840.10008.3.1.1.1"u8, // application context
            0x20, 0x00, 0x00, 0x2E, // presentation context, 46 bytes
            0x01, 0x00, 0x00, 0x00, // id 1, reserved
            0x30, 0x00, 0x00, 0x11, .. "1.2.840.10008.1.1"u8, // abstract syntax: verification
            0x40, 0x00, 0x00, 0x11, .. "1.2.840.10008.1.2"u8, // transfer syntax: implicit VR little endian
            0x50, 0x00, 0x00, 0x25, // user information, 37 bytes
            0x51, 0x00, 0x00, 0x04, 0x00, 0x00, 0x40, 0x00, // maximum length 16384
            0x52, 0x00, 0x00, 0x05, .. "1.2.3"u8, // implementation class UID
            0x53, 0x00, 0x00, 0x04, 0x00, 0x05, 0x00, 0x03, // asynchronous window 5/3
            0x55, 0x00, 0x00, 0x08, .. "VERSION1"u8, // implementation version
        ];
        golden[5] = (byte)(golden.Length - 6);
        var pdu = new AssociateRequestPdu
        {
            CalledAeTitle = "NODE",
            CallingAeTitle = "CALLER",
            Contexts = [new(1, "1.2.840.10008.1.1", ["1.2.840.10008.1.2"])],
            User = new UserInformation
            {
                MaximumLength = 16384,
                ImplementationClassUid = "1.2.3",
                ImplementationVersion = "VERSION1",
                Window = new(5, 3),
            },
        };
        pdu.Encode().ShouldBe(golden);

        var decoded = (AssociateRequestPdu)PduDecoder.Decode(golden[0], golden.AsMemory(6));
        decoded.CalledAeTitle.ShouldBe("NODE");
        decoded.CallingAeTitle.ShouldBe("CALLER");
        decoded.ProtocolVersion.ShouldBe((ushort)1);
        decoded.ApplicationContext.ShouldBe("1.2.840.10008.3.1.1.1");
        decoded.Contexts.Single().Id.ShouldBe((byte)1);
        decoded.User.Window.ShouldBe(new AsynchronousWindow(5, 3));
    }

    [Fact]
    public void Associate_accept_with_a_role_and_a_user_identity_response()
    {
        byte[] golden =
        [
            0x02, 0x00, 0x00, 0x00, 0x00, 0x00, // type, reserved, length (below)
            0x00, 0x01, 0x00, 0x00,
            .. "NODE            "u8,
            .. "CALLER          "u8,
            .. new byte[32],
            0x10, 0x00, 0x00, 0x15, .. "1.2.840.10008.3.1.1.1"u8,
            0x21, 0x00, 0x00, 0x19, // presentation context answer, 25 bytes
            0x03, 0x00, 0x00, 0x00, // id 3, reserved, result 0 (acceptance), reserved
            0x40, 0x00, 0x00, 0x11, .. "1.2.840.10008.1.2"u8,
            0x50, 0x00, 0x00, 0x21, // user information, 33 bytes
            0x51, 0x00, 0x00, 0x04, 0x00, 0x04, 0x00, 0x00, // maximum length 262144
            0x54, 0x00, 0x00, 0x09, 0x00, 0x05, .. "1.2.5"u8, 0x01, 0x00, // role: SCU yes, SCP no
            0x59, 0x00, 0x00, 0x08, 0x00, 0x06, .. "ticket"u8, // user identity response
        ];
        golden[5] = (byte)(golden.Length - 6);
        var pdu = new AssociateAcceptPdu
        {
            CalledAeTitle = "NODE",
            CallingAeTitle = "CALLER",
            Contexts = [new(3, ContextResult.Acceptance, "1.2.840.10008.1.2")],
            User = new UserInformation
            {
                MaximumLength = 262144,
                Roles = [new("1.2.5", true, false)],
                IdentityResponse = "ticket"u8.ToArray(),
            },
        };
        pdu.Encode().ShouldBe(golden);
        var decoded = (AssociateAcceptPdu)PduDecoder.Decode(golden[0], golden.AsMemory(6));
        decoded.Contexts.ShouldBe([new ContextAnswer(3, ContextResult.Acceptance, "1.2.840.10008.1.2")]);
        decoded.User.Roles.ShouldBe([new RoleSelection("1.2.5", true, false)]);
        decoded.User.IdentityResponse.ShouldBe("ticket"u8.ToArray());
    }

    [Fact]
    public void Associate_reject_called_title()
    {
        byte[] golden = [0x03, 0, 0, 0, 0, 4, 0, 1, 1, 7]; // reserved, permanent, service user, called AE title
        new AssociateRejectPdu(Rejection.CalledAeNotRecognized).Encode().ShouldBe(golden);
        ((AssociateRejectPdu)PduDecoder.Decode(3, golden.AsMemory(6))).Rejection.ShouldBe(Rejection.CalledAeNotRecognized);
    }

    [Fact]
    public void Data_transfer_with_two_values()
    {
        byte[] golden =
        [
            0x04, 0x00, 0x00, 0x00, 0x00, 0x10, // type, reserved, length 16
            0x00, 0x00, 0x00, 0x04, 0x01, 0x03, 0xAA, 0xBB, // 4 bytes, context 1, last command fragment
            0x00, 0x00, 0x00, 0x04, 0x01, 0x00, 0xCC, 0xDD, // 4 bytes, context 1, data fragment, more to come
        ];
        var pdu = new DataTransferPdu
        {
            Values = [new(1, 3, new byte[] { 0xAA, 0xBB }), new(1, 0, new byte[] { 0xCC, 0xDD })],
        };
        pdu.Encode().ShouldBe(golden);
        var decoded = (DataTransferPdu)PduDecoder.Decode(4, golden.AsMemory(6));
        decoded.Values.Count.ShouldBe(2);
        decoded.Values[0].IsCommand.ShouldBeTrue();
        decoded.Values[0].IsLast.ShouldBeTrue();
        decoded.Values[1].IsCommand.ShouldBeFalse();
        decoded.Values[1].Fragment.ToArray().ShouldBe([0xCC, 0xDD]);
    }

    [Fact]
    public void Release_and_abort()
    {
        new ReleaseRequestPdu().Encode().ShouldBe([5, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
        new ReleaseResponsePdu().Encode().ShouldBe([6, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
        new AbortPdu(AbortSource.ServiceProvider, AbortReason.InvalidParameterValue).Encode().ShouldBe([7, 0, 0, 0, 0, 4, 0, 0, 2, 6]);
    }

    [Fact]
    public void A_command_set_is_implicit_little_endian_with_its_group_length()
    {
        byte[] golden =
        [
            0x00, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00, 0x38, 0x00, 0x00, 0x00, // (0000,0000) 56
            0x00, 0x00, 0x02, 0x00, 0x12, 0x00, 0x00, 0x00, .. "1.2.840.10008.1.1\0"u8, // (0000,0002) UI, padded with 0
            0x00, 0x00, 0x00, 0x01, 0x02, 0x00, 0x00, 0x00, 0x30, 0x00, // (0000,0100) C-ECHO-RQ
            0x00, 0x00, 0x10, 0x01, 0x02, 0x00, 0x00, 0x00, 0x07, 0x00, // (0000,0110) message id 7
            0x00, 0x00, 0x00, 0x08, 0x02, 0x00, 0x00, 0x00, 0x01, 0x01, // (0000,0800) no data set
        ];
        Sample.EchoCommand(7).Encode().ShouldBe(golden);
        CommandSet decoded = CommandSet.Decode(golden);
        decoded.Field.ShouldBe(CommandField.CEchoRequest);
        decoded.MessageId.ShouldBe((ushort)7);
        decoded.HasDataSet.ShouldBeFalse();
        decoded.GetText(CommandElement.AffectedSopClassUid).ShouldBe(NetworkUids.Verification);
    }
}
