namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>A rule: when all conditions hold, its action is taken and no later rule is asked.</summary>
public sealed record RoutingRule
{
    /// <summary>Stable name, written to the ledger.</summary>
    public required string Id { get; init; }

    /// <summary>A sentence for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Conditions, all of which must hold; none: always.</summary>
    public IReadOnlyList<RuleCondition> When { get; init; } = [];

    /// <summary><c>exclude</c> or <c>analyse</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Pipeline of an <c>analyse</c> rule: <c>pelvis-ap</c> or <c>spine-ct</c>.</summary>
    public string? Pipeline { get; init; }
}
