using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 4019, Algorithm Identification.</summary>
internal static class Tid4019AlgorithmIdentification
{
    internal static IEnumerable<ContentItem?> Build(Algorithm algorithm) =>
    [
        new TextItem(Relationship.HasConceptMod, Codes.AlgorithmName, algorithm.Name),
        new TextItem(Relationship.HasConceptMod, Codes.AlgorithmVersion, algorithm.Version),
        TextItem.Optional(Relationship.HasConceptMod, Codes.AlgorithmManufacturer, algorithm.Manufacturer),
        new CodeItem(Relationship.HasConceptMod, Codes.AlgorithmFamily, Codes.ArtificialIntelligence),
        .. algorithm.Parameters.Select(p => new TextItem(Relationship.HasConceptMod, Codes.AlgorithmParameters, p)),
    ];
}
