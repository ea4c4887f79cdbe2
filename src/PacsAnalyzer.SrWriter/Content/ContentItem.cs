using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>A node of the content tree (PS3.3 section C.17.3). Each value type is a class of its own.</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Concept name; null only where the standard lets it be absent.</param>
internal abstract class ContentItem(Relationship relationship, CodedConcept? name)
{
    private readonly List<ContentItem> _children = [];

    internal Relationship Relationship { get; } = relationship;

    internal CodedConcept? Name { get; } = name;

    /// <summary>Value Type (0040,A040).</summary>
    internal abstract string ValueType { get; }

    internal IReadOnlyList<ContentItem> Children => _children;

    /// <summary>Adds children that are there; absent ones are left out.</summary>
    /// <returns>This item.</returns>
    /// <exception cref="ArgumentException">This value type cannot be the source of the relationship to that child.</exception>
    internal ContentItem Add(params IEnumerable<ContentItem?> children)
    {
        foreach (ContentItem child in children.OfType<ContentItem>())
        {
            if (!RelationshipRules.Allows(this, child))
            {
                throw new ArgumentException($"A {ValueType} item cannot have a {child.ValueType} child by {child.Relationship} (PS3.3 table A.35.13-2).", nameof(children));
            }

            _children.Add(child);
        }

        return this;
    }
}
