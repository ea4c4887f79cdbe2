namespace PacsAnalyzer.Dicom.Network;

/// <summary>Puts a peer's answers beside the proposals.</summary>
internal static class AcceptedContexts
{
    /// <summary>
    /// One context a proposal. Without an answer, or accepted in a syntax that was not proposed, it counts as refused: sending
    /// in it would end in an abort. A role selection that is not answered leaves the default roles (PS3.7 D.3.3.4).
    /// </summary>
    public static IReadOnlyList<NegotiatedContext> Match(AssociateRequestPdu request, AssociateAcceptPdu accept)
    {
        var result = new List<NegotiatedContext>(request.Contexts.Count);
        foreach (ProposedContext proposed in request.Contexts)
        {
            ContextAnswer? answer = accept.Contexts.FirstOrDefault(context => context.Id == proposed.Id);
            ContextResult outcome = answer?.Result ?? ContextResult.NoReason;
            if (outcome == ContextResult.Acceptance && !proposed.TransferSyntaxes.Contains(answer!.TransferSyntax))
            {
                outcome = ContextResult.TransferSyntaxesNotSupported;
            }

            RoleSelection? role = accept.User.Roles.FirstOrDefault(selection => selection.SopClassUid == proposed.AbstractSyntax);
            result.Add(outcome == ContextResult.Acceptance
                ? new(proposed.Id, proposed.AbstractSyntax, outcome, answer!.TransferSyntax, role?.Scu ?? true, role?.Scp ?? false)
                : new(proposed.Id, proposed.AbstractSyntax, outcome, null));
        }

        return result;
    }
}
