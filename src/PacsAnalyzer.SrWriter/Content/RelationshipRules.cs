namespace PacsAnalyzer.SrWriter.Content;

/// <summary>Which value types may be joined by which relationship: what Enhanced, Comprehensive and Comprehensive 3D SR have in
/// common (PS3.3 tables A.35.2-2, A.35.3-2, A.35.13-2), by value only.</summary>
internal static class RelationshipRules
{
    private static readonly HashSet<string> Plain = ["TEXT", "CODE", "NUM", "DATETIME", "DATE", "TIME", "UIDREF", "PNAME"];
    private static readonly HashSet<string> Spatial = ["IMAGE", "SCOORD", "SCOORD3D", "COMPOSITE", "WAVEFORM"];

    internal static bool Allows(ContentItem parent, ContentItem child)
    {
        string source = parent.ValueType, target = child.ValueType;
        return child.Relationship switch
        {
            Relationship.Contains => source == "CONTAINER",
            Relationship.HasObsContext => Plain.Contains(target) || target == "COMPOSITE",
            Relationship.HasConceptMod => target is "TEXT" or "CODE",
            Relationship.HasProperties => source is "TEXT" or "CODE" or "NUM" && (Plain.Contains(target) || Spatial.Contains(target)),
            Relationship.HasAcqContext => source is "CONTAINER" or "IMAGE" or "WAVEFORM" or "COMPOSITE" or "NUM" && (Plain.Contains(target) || target == "CONTAINER"),
            Relationship.InferredFrom => source is "TEXT" or "CODE" or "NUM" && (Plain.Contains(target) || Spatial.Contains(target)),
            Relationship.SelectedFrom => source == "SCOORD" && target == "IMAGE",
            _ => false,
        };
    }
}
