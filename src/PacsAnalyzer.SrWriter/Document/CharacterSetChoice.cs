using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Keeps the character set of the source where it holds every text of the object, else takes UTF-8, which loses nothing.</summary>
internal static class CharacterSetChoice
{
    /// <summary>Sets Specific Character Set (0008,0005) of a finished data set; none where all is ASCII and the source has none.</summary>
    internal static void Apply(DicomDataset source, DicomDataset target)
    {
        string[] terms = source.GetStrings(DicomTag.SpecificCharacterSet);
        DicomCharacterSet kept = DicomCharacterSet.Of(terms);
        if (!kept.IsKnown || !Holds(kept, target))
        {
            target.AddOrUpdate(DicomTag.SpecificCharacterSet, "ISO_IR 192");
        }
        else if (terms.Length > 0)
        {
            target.AddOrUpdate(DicomTag.SpecificCharacterSet, terms);
        }
    }

    private static bool Holds(DicomCharacterSet set, DicomDataset dataset) => dataset.All(item => item switch
    {
        DicomSequence sequence => sequence.Items.All(child => Holds(set, child)),
        DicomElement { VR.IsString: true } element => set.TryEncode(element.GetText(), element.VR) is not null,
        _ => true,
    });
}
