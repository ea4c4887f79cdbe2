namespace PacsAnalyzer.Dicom.Network;

/// <summary>What can be said of a request from its command set alone.</summary>
internal static class RequestChecks
{
    /// <summary>A refusal, or null where the request goes on to the handler.</summary>
    public static DicomStatus? Check(CommandSet command, NegotiatedContext context)
    {
        if (command.Field is not (CommandField.CEchoRequest or CommandField.CStoreRequest))
        {
            // PS3.7 C.5: a normalised request names its SOP class with "no such SOP class" if that is what is wrong.
            return CommandField.IsNormalised(command.Field)
                && (command.GetText(CommandElement.RequestedSopClassUid) ?? command.GetText(CommandElement.AffectedSopClassUid)) != context.AbstractSyntax
                    ? DicomStatus.NoSuchSopClass
                    : DicomStatus.UnrecognizedOperation;
        }

        if (!context.RequestorIsScu)
        {
            return DicomStatus.SopClassNotSupported.WithComment("the SCU role was not negotiated");
        }

        string? sopClass = command.GetText(CommandElement.AffectedSopClassUid);
        if (sopClass is null)
        {
            return DicomStatus.MistypedArgument.WithComment("Affected SOP Class UID is missing");
        }

        // PS3.7 9.1.1.1.9: the composite services say "SOP class not supported".
        bool isVerification = context.AbstractSyntax == NetworkUids.Verification;
        if (sopClass != context.AbstractSyntax || isVerification != (command.Field == CommandField.CEchoRequest))
        {
            return DicomStatus.SopClassNotSupported.WithComment("not the SOP class of the presentation context");
        }

        if (command.Field == CommandField.CEchoRequest)
        {
            return null;
        }

        string? instance = command.GetText(CommandElement.AffectedSopInstanceUid);
        if (instance is null)
        {
            return DicomStatus.MistypedArgument.WithComment("Affected SOP Instance UID is missing");
        }

        if (!IsUid(instance))
        {
            return DicomStatus.InvalidObjectInstance.WithComment("Affected SOP Instance UID is no UID");
        }

        return command.HasDataSet ? null : DicomStatus.MistypedArgument.WithComment("the data set is missing");
    }

    public static StoreRequest ToStoreRequest(CommandSet command, NegotiatedContext context) => new(
        command.GetText(CommandElement.AffectedSopClassUid)!,
        command.GetText(CommandElement.AffectedSopInstanceUid)!,
        context.TransferSyntax!,
        context.Id,
        command.MessageId,
        command.GetUInt16(CommandElement.Priority) ?? 0,
        command.GetText(CommandElement.MoveOriginatorAeTitle),
        command.GetUInt16(CommandElement.MoveOriginatorMessageId));

    /// <summary>
    /// Digits and single dots, 1 to 64 characters, no dot at an end (PS3.5 section 9.1). Leading zeros of a component are
    /// let pass: senders in use make them, and they harm nobody.
    /// </summary>
    public static bool IsUid(string text)
    {
        if (text.Length is 0 or > 64 || text[0] == '.' || text[^1] == '.')
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && (text[i] != '.' || text[i - 1] == '.'))
            {
                return false;
            }
        }

        return true;
    }
}
