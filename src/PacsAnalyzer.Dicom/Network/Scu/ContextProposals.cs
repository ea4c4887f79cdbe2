namespace PacsAnalyzer.Dicom.Network;

/// <summary>Numbers presentation contexts for a request: odd identifiers, at most 128 (PS3.8 section 9.3.2.2).</summary>
public sealed class ContextProposals
{
    /// <summary>Most contexts in one association.</summary>
    public const int Maximum = 128;

    private readonly List<ProposedContext> _contexts = [];

    /// <summary>The contexts so far.</summary>
    public IReadOnlyList<ProposedContext> Contexts => _contexts;

    /// <summary>The verification SOP class alone.</summary>
    public static IReadOnlyList<ProposedContext> Verification { get; } =
        new ContextProposals().Add(NetworkUids.Verification, NetworkUids.ImplicitVRLittleEndian).Contexts;

    /// <summary>
    /// Adds one context; a pair of SOP class and syntaxes that is there already is not added again. Give each transfer syntax
    /// a context of its own where the peer shall accept several of them, since it chooses one a context.
    /// </summary>
    /// <exception cref="InvalidOperationException">128 contexts are there already.</exception>
    public ContextProposals Add(string sopClassUid, params IReadOnlyList<string> transferSyntaxUids)
    {
        if (!_contexts.Exists(context => context.AbstractSyntax == sopClassUid && context.TransferSyntaxes.SequenceEqual(transferSyntaxUids)))
        {
            if (_contexts.Count == Maximum)
            {
                throw new InvalidOperationException("An association has at most 128 presentation contexts; use several associations.");
            }

            _contexts.Add(new ProposedContext((byte)((2 * _contexts.Count) + 1), sopClassUid, transferSyntaxUids));
        }

        return this;
    }
}
