namespace PacsAnalyzer.Dicom.Network;

/// <summary>The answer to an association request: accepted with these contexts, or rejected with this reason.</summary>
public sealed class AssociationDecision
{
    private AssociationDecision(Rejection? rejection, IReadOnlyList<NegotiatedContext> contexts, IReadOnlyList<RoleSelection> roles)
    {
        Rejection = rejection;
        Contexts = contexts;
        Roles = roles;
    }

    /// <summary>Null where the association is accepted.</summary>
    public Rejection? Rejection { get; }

    /// <summary>An answer to each proposed context; empty where rejected.</summary>
    public IReadOnlyList<NegotiatedContext> Contexts { get; }

    /// <summary>Answers to role selections.</summary>
    public IReadOnlyList<RoleSelection> Roles { get; }

    /// <summary>The association is accepted, be it with no usable context.</summary>
    public bool IsAccepted => Rejection is null;

    /// <summary>Rejects.</summary>
    public static AssociationDecision Reject(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(rejection, [], []);
    }

    /// <summary>Accepts with answers to the proposed contexts and, where proposed, to role selections.</summary>
    public static AssociationDecision Accept(IReadOnlyList<NegotiatedContext> contexts, IReadOnlyList<RoleSelection>? roles = null)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        return new(null, contexts, roles ?? []);
    }
}
