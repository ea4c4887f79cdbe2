using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>PDUs and UIDs that several tests use.</summary>
internal static class Sample
{
    public const string CtImageStorage = "1.2.840.10008.5.1.4.1.1.2";
    public const string ExplicitVRLittleEndian = "1.2.840.10008.1.2.1";

    public static AssociateRequestPdu Request(params ProposedContext[] contexts) => new()
    {
        CalledAeTitle = "NODE",
        CallingAeTitle = "CALLER",
        Contexts = contexts.Length > 0 ? contexts : [new(1, NetworkUids.Verification, [NetworkUids.ImplicitVRLittleEndian])],
        User = new UserInformation { MaximumLength = 16384, ImplementationClassUid = "1.2.3" },
    };

    public static AssociateAcceptPdu Accept(params ContextAnswer[] answers) => new()
    {
        CalledAeTitle = "NODE",
        CallingAeTitle = "CALLER",
        Contexts = answers.Length > 0 ? answers : [new(1, ContextResult.Acceptance, NetworkUids.ImplicitVRLittleEndian)],
        User = new UserInformation { MaximumLength = 16384, ImplementationClassUid = "1.2.3" },
    };

    public static DataTransferPdu Data(byte contextId, byte control, params byte[] fragment) =>
        new() { Values = [new(contextId, control, fragment)] };

    public static DataTransferPdu Command(byte contextId, CommandSet command) => Data(contextId, 3, command.Encode());

    public static CommandSet EchoCommand(ushort messageId = 1) => new CommandSet()
        .SetUid(CommandElement.AffectedSopClassUid, NetworkUids.Verification)
        .Set(CommandElement.CommandField, CommandField.CEchoRequest)
        .Set(CommandElement.MessageId, messageId)
        .Set(CommandElement.CommandDataSetType, CommandSet.NoDataSet);

    public static CommandSet StoreCommand(string sopClass, string? instance, ushort messageId = 1) => new CommandSet()
        .SetUid(CommandElement.AffectedSopClassUid, sopClass)
        .Set(CommandElement.CommandField, CommandField.CStoreRequest)
        .Set(CommandElement.MessageId, messageId)
        .Set(CommandElement.Priority, 0)
        .Set(CommandElement.CommandDataSetType, CommandSet.DataSetFollows)
        .SetUid(CommandElement.AffectedSopInstanceUid, instance);

    public static UpperLayerSettings Settings(TimeProvider time, int maximumLength = 16384) => new()
    {
        Limits = PduLimits.ForMaximumLength(maximumLength),
        Artim = TimeSpan.FromSeconds(30),
        Idle = TimeSpan.FromSeconds(60),
        Time = time,
    };
}
