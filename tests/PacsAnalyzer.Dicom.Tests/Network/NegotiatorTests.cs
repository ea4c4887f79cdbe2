using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>The pure decision on an association request.</summary>
public sealed class NegotiatorTests
{
    private const string Commitment = "1.2.840.10008.1.20.1";

    private static readonly NegotiationPolicy Policy = new()
    {
        CalledAeTitles = ["NODE"],
        CallingAeTitles = ["FRIEND"],
        AbstractSyntaxes = new Dictionary<string, AbstractSyntaxPolicy>
        {
            [Sample.CtImageStorage] = new(["1.2.840.10008.1.2.4.90", Sample.ExplicitVRLittleEndian]),
            [Commitment] = new([NetworkUids.ImplicitVRLittleEndian], RequestorMayBeScu: false, RequestorMayBeScp: true),
        },
        Forbidden = new HashSet<string> { "1.2.840.10008.5.1.4.1.1.4" },
    };

    [Fact]
    public void Each_context_gets_its_result()
    {
        AssociationDecision decision = Negotiator.Negotiate(
            Request(
                new(1, Sample.CtImageStorage, [NetworkUids.ImplicitVRLittleEndian, Sample.ExplicitVRLittleEndian, "1.2.840.10008.1.2.4.90"]),
                new(3, Sample.CtImageStorage, [NetworkUids.ImplicitVRLittleEndian]),
                new(5, "1.2.3", [NetworkUids.ImplicitVRLittleEndian]),
                new(7, "1.2.840.10008.5.1.4.1.1.4", [NetworkUids.ImplicitVRLittleEndian])),
            Policy);
        decision.IsAccepted.ShouldBeTrue();
        decision.Contexts.Select(context => (context.Id, context.Result, context.TransferSyntax)).ShouldBe(
        [
            ((byte)1, ContextResult.Acceptance, "1.2.840.10008.1.2.4.90"),
            ((byte)3, ContextResult.TransferSyntaxesNotSupported, null),
            ((byte)5, ContextResult.AbstractSyntaxNotSupported, null),
            ((byte)7, ContextResult.UserRejection, null),
        ]);
    }

    [Fact]
    public void Titles_application_context_and_an_empty_proposal_are_rejected_in_that_order()
    {
        AssociateRequest request = Request(new ProposedContext(1, Sample.CtImageStorage, [Sample.ExplicitVRLittleEndian]));
        Negotiator.Negotiate(request with { ApplicationContext = "1.2" }, Policy).Rejection.ShouldBe(Rejection.ApplicationContextNotSupported);
        Negotiator.Negotiate(request with { CalledAeTitle = "node" }, Policy).Rejection.ShouldBe(Rejection.CalledAeNotRecognized);
        Negotiator.Negotiate(request with { CallingAeTitle = "STRANGER" }, Policy).Rejection.ShouldBe(Rejection.CallingAeNotRecognized);
        Negotiator.Negotiate(request with { Contexts = [] }, Policy).Rejection.ShouldBe(Rejection.NoReason);
        Negotiator.Negotiate(request, Policy).Rejection.ShouldBeNull();
    }

    [Fact]
    public void Roles_are_granted_only_where_proposed_and_allowed()
    {
        AssociateRequest request = Request(
            new(1, Sample.CtImageStorage, [Sample.ExplicitVRLittleEndian]), new(3, Commitment, [NetworkUids.ImplicitVRLittleEndian]));
        AssociationDecision decision = Negotiator.Negotiate(
            request with { Roles = [new(Sample.CtImageStorage, true, true), new(Commitment, false, true), new("1.2.3", true, true)] }, Policy);
        decision.Roles.ShouldBe([new(Sample.CtImageStorage, true, false), new(Commitment, false, true)]);
        decision.Contexts[0].RequestorIsScp.ShouldBeFalse();
        decision.Contexts[1].RequestorIsScu.ShouldBeFalse();
        decision.Contexts[1].RequestorIsScp.ShouldBeTrue();

        // Without role selection the requestor is SCU, which this SOP class does not allow here.
        Negotiator.Negotiate(request, Policy).Contexts[1].Result.ShouldBe(ContextResult.UserRejection);
    }

    [Fact]
    public void An_answer_is_matched_to_its_proposal_with_suspicion()
    {
        AssociateRequestPdu request = Sample.Request(
            new(1, "1.1", ["1.9"]), new(3, "1.2", ["1.9"]), new(5, "1.3", ["1.9"]), new(7, "1.4", ["1.9"]));
        AssociateAcceptPdu accept = Sample.Accept(
            new(1, ContextResult.Acceptance, "1.9"), new(3, ContextResult.Acceptance, "1.8"), new(5, ContextResult.UserRejection, "1.9"), new(9, ContextResult.Acceptance, "1.9"));
        AcceptedContexts.Match(request, accept).Select(context => context.Result).ShouldBe(
            [ContextResult.Acceptance, ContextResult.TransferSyntaxesNotSupported, ContextResult.UserRejection, ContextResult.NoReason]);
    }

    private static AssociateRequest Request(params ProposedContext[] contexts) =>
        new() { CalledAeTitle = "NODE", CallingAeTitle = "FRIEND", Contexts = contexts };
}
