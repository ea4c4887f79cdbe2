namespace PacsAnalyzer.SrWriter.Content;

/// <summary>A reference to an instance (PS3.3 table 10-11).</summary>
internal sealed record SopReference
{
    /// <summary>Makes a reference.</summary>
    /// <exception cref="ArgumentException">One of them is no UID.</exception>
    internal SopReference(string sopClassUid, string sopInstanceUid)
    {
        SopClassUid = Uids.Checked(sopClassUid, nameof(sopClassUid));
        SopInstanceUid = Uids.Checked(sopInstanceUid, nameof(sopInstanceUid));
    }

    internal string SopClassUid { get; }

    internal string SopInstanceUid { get; }
}
