namespace PacsAnalyzer.Dicom.Network;

/// <summary>What the node offers in negotiation. Data alone, so that the decision is a pure function of it and of the request.</summary>
public sealed record NegotiationPolicy
{
    /// <summary>Titles the node answers to; null = any.</summary>
    public IReadOnlyCollection<string>? CalledAeTitles { get; init; }

    /// <summary>Titles that may call; null = any. Case counts.</summary>
    public IReadOnlyCollection<string>? CallingAeTitles { get; init; }

    /// <summary>SOP classes taken, by UID.</summary>
    public IReadOnlyDictionary<string, AbstractSyntaxPolicy> AbstractSyntaxes { get; init; } =
        new Dictionary<string, AbstractSyntaxPolicy>();

    /// <summary>SOP classes that exist here but not for this caller: answered with user rejection (result 1).</summary>
    public IReadOnlySet<string> Forbidden { get; init; } = new HashSet<string>();
}
