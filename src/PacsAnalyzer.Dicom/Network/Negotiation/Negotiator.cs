namespace PacsAnalyzer.Dicom.Network;

/// <summary>Negotiation as a pure function (PS3.8 sections 7.1 and 9.3.2 to 9.3.4, PS3.7 annex D.3.3.4).</summary>
public static class Negotiator
{
    /// <summary>Decides on a request.</summary>
    /// <param name="request">What the caller proposes.</param>
    /// <param name="policy">What the node offers to this caller.</param>
    /// <returns>
    /// A rejection (application context: reason 2; called title: 7; calling title: 3; nothing proposed: 1), or for each
    /// context the node's most wanted transfer syntax among those proposed, or result 1, 3 or 4.
    /// </returns>
    public static AssociationDecision Negotiate(AssociateRequest request, NegotiationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        Rejection? rejection = Reject(request, policy);
        if (rejection is not null)
        {
            return AssociationDecision.Reject(rejection);
        }

        var roles = new List<RoleSelection>();
        foreach (RoleSelection proposed in request.Roles)
        {
            // PS3.7 D.3.3.4: an answer only for SOP classes of this association, once, and never a role that was not proposed.
            if (policy.AbstractSyntaxes.TryGetValue(proposed.SopClassUid, out AbstractSyntaxPolicy? syntax)
                && !roles.Exists(role => role.SopClassUid == proposed.SopClassUid)
                && request.Contexts.Any(context => context.AbstractSyntax == proposed.SopClassUid))
            {
                roles.Add(new(proposed.SopClassUid, proposed.Scu && syntax.RequestorMayBeScu, proposed.Scp && syntax.RequestorMayBeScp));
            }
        }

        var contexts = new List<NegotiatedContext>(request.Contexts.Count);
        foreach (ProposedContext proposed in request.Contexts)
        {
            contexts.Add(Decide(proposed, policy, roles.Find(role => role.SopClassUid == proposed.AbstractSyntax)));
        }

        return AssociationDecision.Accept(contexts, roles);
    }

    private static Rejection? Reject(AssociateRequest request, NegotiationPolicy policy)
    {
        if (request.ApplicationContext != NetworkUids.ApplicationContext)
        {
            return Rejection.ApplicationContextNotSupported;
        }

        if (policy.CalledAeTitles is { } called && !called.Contains(request.CalledAeTitle))
        {
            return Rejection.CalledAeNotRecognized;
        }

        if (policy.CallingAeTitles is { } calling && !calling.Contains(request.CallingAeTitle))
        {
            return Rejection.CallingAeNotRecognized;
        }

        return request.Contexts.Count == 0 ? Rejection.NoReason : null;
    }

    private static NegotiatedContext Decide(ProposedContext proposed, NegotiationPolicy policy, RoleSelection? role)
    {
        NegotiatedContext Refuse(ContextResult result) => new(proposed.Id, proposed.AbstractSyntax, result, null);

        if (policy.Forbidden.Contains(proposed.AbstractSyntax))
        {
            return Refuse(ContextResult.UserRejection);
        }

        if (!policy.AbstractSyntaxes.TryGetValue(proposed.AbstractSyntax, out AbstractSyntaxPolicy? syntax))
        {
            return Refuse(ContextResult.AbstractSyntaxNotSupported);
        }

        // Without role selection the requestor is SCU (PS3.7 D.3.3.4).
        bool scu = role?.Scu ?? syntax.RequestorMayBeScu;
        bool scp = role?.Scp ?? false;
        if (!scu && !scp)
        {
            return Refuse(ContextResult.UserRejection);
        }

        foreach (string wanted in syntax.TransferSyntaxes)
        {
            if (proposed.TransferSyntaxes.Contains(wanted))
            {
                return new(proposed.Id, proposed.AbstractSyntax, ContextResult.Acceptance, wanted, scu, scp);
            }
        }

        return Refuse(ContextResult.TransferSyntaxesNotSupported);
    }
}
