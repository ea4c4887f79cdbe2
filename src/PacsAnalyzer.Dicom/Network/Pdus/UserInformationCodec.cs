namespace PacsAnalyzer.Dicom.Network;

/// <summary>Bytes of the user information item and its sub-items. Unknown sub-items are passed over, as PS3.8 section 9.3.2 asks.</summary>
internal static class UserInformationCodec
{
    public static UserInformation Read(PduReader reader)
    {
        var result = new UserInformation();
        var roles = new List<RoleSelection>();
        var extended = new List<ExtendedNegotiation>();
        while (!reader.AtEnd)
        {
            PduReader item = reader.ReadItem(out byte type);
            switch (type)
            {
                case PduItemType.MaximumLength:
                    result = result with { MaximumLength = item.ReadUInt32("maximum length") };
                    break;
                case PduItemType.ImplementationClassUid:
                    result = result with { ImplementationClassUid = item.ReadText() };
                    break;
                case PduItemType.ImplementationVersion:
                    result = result with { ImplementationVersion = item.ReadText() };
                    break;
                case PduItemType.AsynchronousWindow:
                    result = result with
                    {
                        Window = new(item.ReadUInt16("operations invoked"), item.ReadUInt16("operations performed")),
                    };
                    break;
                case PduItemType.RoleSelection:
                    string roleUid = Text(ref item, "role selection's SOP class");
                    roles.Add(new(roleUid, item.ReadByte("SCU role") == 1, item.ReadByte("SCP role") == 1));
                    break;
                case PduItemType.ExtendedNegotiation:
                    string extendedUid = Text(ref item, "extended negotiation's SOP class");
                    extended.Add(new(extendedUid, item.ReadRest().ToArray()));
                    break;
                case PduItemType.UserIdentity:
                    result = result with { Identity = ReadIdentity(item) };
                    break;
                case PduItemType.UserIdentityResponse:
                    result = result with
                    {
                        IdentityResponse = item.ReadBytes(item.ReadUInt16("server response length"), "server response").ToArray(),
                    };
                    break;
            }
        }

        return result with { Roles = roles, Extended = extended };
    }

    public static void Write(PduWriter writer, UserInformation information)
    {
        int outer = writer.BeginItem(PduItemType.UserInformation);
        int item = writer.BeginItem(PduItemType.MaximumLength);
        writer.WriteUInt32(information.MaximumLength);
        writer.EndItem(item);
        if (information.ImplementationClassUid.Length > 0)
        {
            writer.WriteTextItem(PduItemType.ImplementationClassUid, information.ImplementationClassUid);
        }

        if (information.Window is { } window)
        {
            item = writer.BeginItem(PduItemType.AsynchronousWindow);
            writer.WriteUInt16(window.Invoked);
            writer.WriteUInt16(window.Performed);
            writer.EndItem(item);
        }

        foreach (RoleSelection role in information.Roles)
        {
            item = writer.BeginItem(PduItemType.RoleSelection);
            WriteText(writer, role.SopClassUid);
            writer.WriteByte(role.Scu ? (byte)1 : (byte)0);
            writer.WriteByte(role.Scp ? (byte)1 : (byte)0);
            writer.EndItem(item);
        }

        if (information.ImplementationVersion is { Length: > 0 } version)
        {
            writer.WriteTextItem(PduItemType.ImplementationVersion, version);
        }

        foreach (ExtendedNegotiation extended in information.Extended)
        {
            item = writer.BeginItem(PduItemType.ExtendedNegotiation);
            WriteText(writer, extended.SopClassUid);
            writer.WriteBytes(extended.Data);
            writer.EndItem(item);
        }

        if (information.Identity is { } identity)
        {
            item = writer.BeginItem(PduItemType.UserIdentity);
            writer.WriteByte((byte)identity.Kind);
            writer.WriteByte(identity.ResponseRequested ? (byte)1 : (byte)0);
            WriteField(writer, identity.Primary);
            WriteField(writer, identity.Secondary);
            writer.EndItem(item);
        }

        if (information.IdentityResponse is { } response)
        {
            item = writer.BeginItem(PduItemType.UserIdentityResponse);
            WriteField(writer, response);
            writer.EndItem(item);
        }

        writer.EndItem(outer);
    }

    private static UserIdentity ReadIdentity(PduReader item)
    {
        byte kind = item.ReadByte("user identity type");
        bool wanted = item.ReadByte("positive response requested") == 1;
        byte[] primary = item.ReadBytes(item.ReadUInt16("primary field length"), "primary field").ToArray();
        // Peers that send no passcode leave the second field out altogether.
        byte[] secondary = item.AtEnd ? [] : item.ReadBytes(item.ReadUInt16("secondary field length"), "secondary field").ToArray();
        return new UserIdentity((UserIdentityKind)kind, wanted, primary, secondary);
    }

    private static string Text(ref PduReader item, string field)
    {
        int length = item.ReadUInt16(field);
        return new PduReader(item.ReadBytes(length, field)).ReadText();
    }

    private static void WriteText(PduWriter writer, string text)
    {
        writer.WriteUInt16((ushort)text.Length);
        writer.WriteAscii(text);
    }

    private static void WriteField(PduWriter writer, ReadOnlySpan<byte> field)
    {
        writer.WriteUInt16((ushort)field.Length);
        writer.WriteBytes(field);
    }
}
