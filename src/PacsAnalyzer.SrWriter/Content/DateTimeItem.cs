using System.Globalization;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>DATETIME (0040,A120) with its offset from UTC.</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Concept name.</param>
/// <param name="value">The moment.</param>
internal sealed class DateTimeItem(Relationship relationship, CodedConcept name, DateTimeOffset value)
    : ContentItem(relationship, name)
{
    internal override string ValueType => "DATETIME";

    internal DateTimeOffset Value { get; } = value;

    /// <summary>The value as VR DT.</summary>
    internal string Text => Value.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Value.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
