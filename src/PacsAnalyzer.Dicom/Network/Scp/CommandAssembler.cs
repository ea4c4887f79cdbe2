using System.Buffers;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Joins the fragments of a command set, within a limit.</summary>
internal sealed class CommandAssembler
{
    /// <summary>Longest command set taken: real ones have some hundred bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    private ArrayBufferWriter<byte>? _bytes;
    private byte _contextId;

    /// <summary>No command is under way.</summary>
    public bool IsEmpty => _bytes is null;

    /// <summary>Adds a fragment.</summary>
    /// <returns>The command set when it is complete.</returns>
    /// <exception cref="PduFormatException">Too long, or fragments of two contexts mixed.</exception>
    /// <exception cref="CommandFormatException">Complete, but no command set.</exception>
    public CommandSet? Add(PresentationDataValue value)
    {
        if (_bytes is null && value.IsLast)
        {
            return CommandSet.Decode(value.Fragment.Span);
        }

        if (_bytes is not null && _contextId != value.ContextId)
        {
            throw new PduFormatException(AbortReason.UnexpectedParameter, "fragments of two commands mixed");
        }

        _contextId = value.ContextId;
        _bytes ??= new ArrayBufferWriter<byte>(256);
        if (_bytes.WrittenCount + value.Fragment.Length > MaximumLength)
        {
            throw new PduFormatException(AbortReason.InvalidParameterValue, $"a command set of more than {MaximumLength} bytes");
        }

        _bytes.Write(value.Fragment.Span);
        if (!value.IsLast)
        {
            return null;
        }

        CommandSet command = CommandSet.Decode(_bytes.WrittenSpan);
        _bytes = null;
        return command;
    }
}
