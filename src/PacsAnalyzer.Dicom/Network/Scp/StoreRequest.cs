namespace PacsAnalyzer.Dicom.Network;

/// <summary>A C-STORE request (PS3.7 section 9.3.1.1), checked: the SOP class is the context's, the instance UID is a UID.</summary>
/// <param name="SopClassUid">Affected SOP class.</param>
/// <param name="SopInstanceUid">Affected SOP instance: digits and dots, at most 64 characters, safe in a file name.</param>
/// <param name="TransferSyntaxUid">Transfer syntax of the data set that follows.</param>
/// <param name="ContextId">Presentation context.</param>
/// <param name="MessageId">Message ID.</param>
/// <param name="Priority">0 medium, 1 high, 2 low.</param>
/// <param name="MoveOriginatorAeTitle">Who asked for the C-MOVE that this belongs to; null otherwise.</param>
/// <param name="MoveOriginatorMessageId">Its message ID; null otherwise.</param>
public sealed record StoreRequest(
    string SopClassUid,
    string SopInstanceUid,
    string TransferSyntaxUid,
    byte ContextId,
    ushort MessageId,
    ushort Priority = 0,
    string? MoveOriginatorAeTitle = null,
    ushort? MoveOriginatorMessageId = null);
