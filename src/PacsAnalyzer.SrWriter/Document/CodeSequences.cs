using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Coded concepts as items of code sequences (PS3.3 section 8.8).</summary>
internal static class CodeSequences
{
    internal static DicomDataset Item(CodedConcept concept, ReportLanguage language) => new DicomDataset()
        .Add(concept.Value.Length <= CodedConcept.ShortLength ? DicomTag.CodeValue : DicomTag.LongCodeValue, concept.Value)
        .Add(DicomTag.CodingSchemeDesignator, concept.Scheme)
        .Add(DicomTag.CodeMeaning, concept.MeaningIn(language));

    /// <summary>The first item of a code sequence; null where it is absent or incomplete.</summary>
    internal static CodedConcept? Read(DicomDataset dataset, DicomTag tag)
    {
        DicomDataset? item = dataset.GetItems(tag).FirstOrDefault();
        string? value = item?.GetString(DicomTag.CodeValue) ?? item?.GetString(DicomTag.LongCodeValue);
        return value is not null && item!.GetString(DicomTag.CodingSchemeDesignator) is { } scheme && item.GetString(DicomTag.CodeMeaning) is { } meaning
            ? new CodedConcept(value, scheme, meaning)
            : null;
    }

    /// <summary>The declaration of the private scheme (PS3.3 section C.12.1.1.1).</summary>
    internal static DicomDataset SchemeDeclaration() => new DicomDataset()
        .Add(DicomTag.CodingSchemeDesignator, Codes.PrivateScheme)
        .Add(DicomTag.CodingSchemeUID, DerivedUid.Create("coding-scheme", Codes.PrivateScheme))
        .Add(DicomTag.CodingSchemeName, Codes.PrivateSchemeName)
        .Add(DicomTag.CodingSchemeResponsibleOrganization, Product.Manufacturer);
}
