using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>UIDREF (0040,A124).</summary>
internal sealed class UidRefItem : ContentItem
{
    /// <summary>Makes a UID item.</summary>
    /// <exception cref="ArgumentException">It is no UID (PS3.5 section 9.1).</exception>
    internal UidRefItem(Relationship relationship, CodedConcept name, string uid)
        : base(relationship, name)
    {
        Uid = Uids.Checked(uid, nameof(uid));
    }

    internal override string ValueType => "UIDREF";

    internal string Uid { get; }
}
