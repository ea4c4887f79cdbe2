namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>One test of a rule: a field of the series against values, upper and lower case alike.</summary>
/// <remarks>Operators: <c>in</c> (a value equals one of the list), <c>notIn</c>, <c>contains</c> (a value holds one of the list as a part),
/// <c>notContains</c>, <c>empty</c>, <c>present</c>, <c>atLeast</c> and <c>atMost</c> (numbers).</remarks>
public sealed record RuleCondition
{
    /// <summary>Field name, one of <see cref="SeriesFacts.Names"/>.</summary>
    public string? Field { get; init; }

    /// <summary>Operator.</summary>
    public string? Op { get; init; }

    /// <summary>Values to compare with.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Instead of a field: true when one of these is.</summary>
    public IReadOnlyList<RuleCondition>? AnyOf { get; init; }
}
