namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-ASSOCIATE-RQ (PS3.8 section 9.3.2).</summary>
internal sealed class AssociateRequestPdu : Pdu
{
    public override PduType Type => PduType.AssociateRequest;

    /// <summary>Bit 0 set: version 1.</summary>
    public ushort ProtocolVersion { get; init; } = 1;

    public required string CalledAeTitle { get; init; }

    public required string CallingAeTitle { get; init; }

    public string ApplicationContext { get; init; } = NetworkUids.ApplicationContext;

    public IReadOnlyList<ProposedContext> Contexts { get; init; } = [];

    public UserInformation User { get; init; } = new();

    public static AssociateRequestPdu Decode(ReadOnlySpan<byte> body)
    {
        var reader = new PduReader(body);
        ushort version = reader.ReadUInt16("protocol version");
        reader.Skip(2, "reserved bytes");
        string called = reader.ReadAeTitle("called AE title");
        string calling = reader.ReadAeTitle("calling AE title");
        reader.Skip(32, "reserved bytes");
        string applicationContext = "";
        var contexts = new List<ProposedContext>();
        var user = new UserInformation();
        while (!reader.AtEnd)
        {
            PduReader item = reader.ReadItem(out byte type);
            switch (type)
            {
                case PduItemType.ApplicationContext:
                    applicationContext = item.ReadText();
                    break;
                case PduItemType.PresentationContextRequest:
                    contexts.Add(ReadContext(item, contexts));
                    break;
                case PduItemType.UserInformation:
                    user = UserInformationCodec.Read(item);
                    break;
            }
        }

        return new AssociateRequestPdu
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
        foreach (ProposedContext context in Contexts)
        {
            int item = writer.BeginItem(PduItemType.PresentationContextRequest);
            writer.WriteByte(context.Id);
            writer.WriteZeros(3);
            writer.WriteTextItem(PduItemType.AbstractSyntax, context.AbstractSyntax);
            foreach (string syntax in context.TransferSyntaxes)
            {
                writer.WriteTextItem(PduItemType.TransferSyntax, syntax);
            }

            writer.EndItem(item);
        }

        UserInformationCodec.Write(writer, User);
    }

    private static ProposedContext ReadContext(PduReader reader, List<ProposedContext> earlier)
    {
        byte id = reader.ReadByte("presentation context id");
        reader.Skip(3, "reserved bytes");
        if (id % 2 == 0 || earlier.Exists(context => context.Id == id))
        {
            throw new PduFormatException(AbortReason.InvalidParameterValue, $"presentation context id {id} is even or used twice");
        }

        string abstractSyntax = "";
        var syntaxes = new List<string>();
        while (!reader.AtEnd)
        {
            PduReader item = reader.ReadItem(out byte type);
            switch (type)
            {
                case PduItemType.AbstractSyntax:
                    abstractSyntax = item.ReadText();
                    break;
                case PduItemType.TransferSyntax:
                    syntaxes.Add(item.ReadText());
                    break;
            }
        }

        return new ProposedContext(id, abstractSyntax, syntaxes);
    }
}
