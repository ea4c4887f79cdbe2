using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 4108, Tracking Identifier: a name for people and a UID that stays the same when the series is analysed again.</summary>
internal static class Tid4108TrackingIdentifier
{
    internal static IEnumerable<ContentItem> Build(string identifier, string uid) =>
    [
        new TextItem(Relationship.HasObsContext, Codes.TrackingIdentifier, identifier),
        new UidRefItem(Relationship.HasObsContext, Codes.TrackingUniqueIdentifier, uid),
    ];
}
