namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-ASSOCIATE-AC (PS3.8 section 9.3.3).</summary>
internal sealed class AssociateAcceptPdu : Pdu
{
    public override PduType Type => PduType.AssociateAccept;

    public ushort ProtocolVersion { get; init; } = 1;

    /// <summary>Copied from the request; not tested by the receiver.</summary>
    public string CalledAeTitle { get; init; } = "";

    /// <summary>Copied from the request; not tested by the receiver.</summary>
    public string CallingAeTitle { get; init; } = "";

    public string ApplicationContext { get; init; } = NetworkUids.ApplicationContext;

    public IReadOnlyList<ContextAnswer> Contexts { get; init; } = [];

    public UserInformation User { get; init; } = new();

    public static AssociateAcceptPdu Decode(ReadOnlySpan<byte> body)
    {
        var reader = new PduReader(body);
        ushort version = reader.ReadUInt16("protocol version");
        reader.Skip(2, "reserved bytes");
        string called = reader.ReadAeTitle("called AE title");
        string calling = reader.ReadAeTitle("calling AE title");
        reader.Skip(32, "reserved bytes");
        string applicationContext = "";
        var contexts = new List<ContextAnswer>();
        var user = new UserInformation();
        while (!reader.AtEnd)
        {
            PduReader item = reader.ReadItem(out byte type);
            switch (type)
            {
                case PduItemType.ApplicationContext:
                    applicationContext = item.ReadText();
                    break;
                case PduItemType.PresentationContextAccept:
                    contexts.Add(ReadContext(item));
                    break;
                case PduItemType.UserInformation:
                    user = UserInformationCodec.Read(item);
                    break;
            }
        }

        return new AssociateAcceptPdu
        {
            ProtocolVersion = version,
            CalledAeTitle = called,
            CallingAeTitle = calling,
            ApplicationContext = applicationContext,
            Contexts = contexts,
            User = user,
        };
    }

    protected override void WriteBody(PduWriter writer)
    {
        writer.WriteUInt16(ProtocolVersion);
        writer.WriteZeros(2);
        writer.WriteAeTitle(CalledAeTitle);
        writer.WriteAeTitle(CallingAeTitle);
        writer.WriteZeros(32);
        writer.WriteTextItem(PduItemType.ApplicationContext, ApplicationContext);
        foreach (ContextAnswer context in Contexts)
        {
            int item = writer.BeginItem(PduItemType.PresentationContextAccept);
            writer.WriteByte(context.Id);
            writer.WriteByte(0);
            writer.WriteByte((byte)context.Result);
            writer.WriteByte(0);
            writer.WriteTextItem(PduItemType.TransferSyntax, context.TransferSyntax);
            writer.EndItem(item);
        }

        UserInformationCodec.Write(writer, User);
    }

    private static ContextAnswer ReadContext(PduReader reader)
    {
        byte id = reader.ReadByte("presentation context id");
        reader.Skip(1, "reserved byte");
        byte result = reader.ReadByte("result");
        reader.Skip(1, "reserved byte");
        string syntax = "";
        while (!reader.AtEnd)
        {
            PduReader item = reader.ReadItem(out byte type);
            if (type == PduItemType.TransferSyntax)
            {
                syntax = item.ReadText();
            }
        }

        return new ContextAnswer(id, (ContextResult)result, syntax);
    }
}
