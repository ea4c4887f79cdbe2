using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>NUM (PS3.3 section C.18.1). Without a value it carries a qualifier that says why (CID 42).</summary>
internal sealed class NumItem : ContentItem
{
    private NumItem(Relationship relationship, CodedConcept name, double? value, CodedConcept? unit, CodedConcept? qualifier)
        : base(relationship, name)
    {
        Value = value;
        Unit = unit;
        Qualifier = qualifier;
    }

    internal override string ValueType => "NUM";

    /// <summary>The value; null where there is a qualifier instead.</summary>
    internal double? Value { get; }

    internal CodedConcept? Unit { get; }

    internal CodedConcept? Qualifier { get; }

    /// <summary>Makes a number.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    internal static NumItem Of(Relationship relationship, CodedConcept name, double value, CodedConcept unit) => double.IsFinite(value)
        ? new NumItem(relationship, name, value, unit, null)
        : throw new ArgumentException($"{name.Value} is {value}: a measured value is finite.", nameof(value));

    /// <summary>Makes a number that could not be given.</summary>
    internal static NumItem Absent(Relationship relationship, CodedConcept name, CodedConcept qualifier) =>
        new(relationship, name, null, null, qualifier);
}
