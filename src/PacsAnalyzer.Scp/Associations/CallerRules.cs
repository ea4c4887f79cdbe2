using System.Net;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.AeTitles;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Whether a caller may associate.</summary>
/// <param name="Rejection">Null when it may.</param>
/// <param name="Reason">Why not, in words; empty when it may.</param>
/// <param name="Entry">The AE it is; null for an unknown one that is let in.</param>
internal sealed record CallerDecision(Rejection? Rejection, string Reason, RemoteAe? Entry);

/// <summary>Called title, calling title and address (PS3.8 section 9.3.4): a pure decision.</summary>
internal static class CallerRules
{
    /// <summary>Decides on one request.</summary>
    public static CallerDecision Decide(
        string called,
        string calling,
        IPAddress address,
        string own,
        bool acceptUnknown,
        AeTitleBook book,
        Func<string, IReadOnlyList<IPAddress>> resolve)
    {
        if (called != own)
        {
            return new(Rejection.CalledAeNotRecognized, $"it called {PrintableTitle.Of(called)}, this node is {own}", null);
        }

        if (book.Caller(calling, address, resolve) is { } entry)
        {
            return new(null, "", entry);
        }

        if (book.KnowsTitle(calling))
        {
            return new(Rejection.CallingAeNotRecognized, "the AE title is known, but not from this address", null);
        }

        return acceptUnknown && AeTitleRule.Problem(calling) is null
            ? new(null, "", null)
            : new(Rejection.CallingAeNotRecognized, "the AE title is not in ae-titles.json", null);
    }
}
