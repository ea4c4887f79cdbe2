using FsCheck;
using FsCheck.Fluent;

namespace PacsAnalyzer.Dicom.Tests;

/// <summary>Makes data sets of every VR, with sequences, private elements and text in many scripts.</summary>
internal static class DatasetGenerator
{
    // Tags that the dictionary gives one VR, so that they survive implicit VR.
    private static readonly DicomTag[] Tags =
    [
        DicomTag.SpecificCharacterSet, DicomTag.RetrieveAETitle, DicomTag.StudyDate, DicomTag.StudyTime, DicomTag.AcquisitionDateTime,
        DicomTag.AccessionNumber, DicomTag.Modality, DicomTag.Manufacturer, DicomTag.InstitutionAddress, DicomTag.StudyDescription,
        DicomTag.PatientName, DicomTag.PatientID, DicomTag.PatientAge, DicomTag.OtherPatientIDs, DicomTag.AdditionalPatientHistory,
        DicomTag.SliceThickness, DicomTag.KVP, DicomTag.StudyInstanceUID, DicomTag.InstanceNumber, DicomTag.ImagePositionPatient,
        DicomTag.Rows, DicomTag.Columns, DicomTag.FrameIncrementPointer, DicomTag.WindowCenter, DicomTag.LossyImageCompressionRatio,
        DicomTag.ReferencePixelX0, DicomTag.SelectorSLValue, DicomTag.SelectorSSValue, DicomTag.SelectorULValue, DicomTag.SelectorUVValue,
        DicomTag.SelectorSVValue, DicomTag.SelectorFDValue, DicomTag.SelectorFLValue, DicomTag.SelectorOFValue, DicomTag.SelectorODValue,
        DicomTag.SelectorOLValue, DicomTag.SelectorOVValue, DicomTag.SelectorOBValue, DicomTag.SelectorOWValue, DicomTag.SelectorUTValue,
        DicomTag.SelectorUCValue, DicomTag.SelectorURValue, DicomTag.SelectorUNValue, DicomTag.SelectorSTValue, DicomTag.SelectorLTValue,
    ];

    private static readonly DicomTag[] Sequences =
    [
        DicomTag.ReferencedStudySequence, DicomTag.ReferencedImageSequence, DicomTag.ConceptNameCodeSequence, DicomTag.ContentSequence,
    ];

    private static readonly Gen<string> Text = Gen.Elements(
        "", "A", "plain text", "Müller^Jürgen", "王^小東", "やまだ^たろう", "Люкceмбypг", "a\u0301", "emoji 🦴", "Buc^Jérôme=x", "홍^길동");

    public static Arbitrary<DicomDataset> Arbitrary { get; } = Dataset(3).ToArbitrary();

    private static Gen<DicomDataset> Dataset(int depth)
    {
        Gen<DicomItem> item = depth == 0
            ? Element()
            : Gen.Frequency((6, Element()), (1, Sequence(depth - 1)), (1, PrivateElement()));
        return item.ListOf().Select(items =>
        {
            DicomDataset dataset = new(items.Where(made => made is not null));
            return dataset.Contains(new DicomTag(0x0029, 0x1001)) ? dataset.AddOrUpdate(DicomVR.LO, new DicomTag(0x0029, 0x0010), "MAKER") : dataset;
        });
    }

    private static Gen<DicomItem> Sequence(int depth) =>
        from tag in Gen.Elements(Sequences)
        from count in Gen.Choose(0, 3)
        from items in Gen.Resize(Dataset(depth).ListOf(count), 4)
        select (DicomItem)new DicomSequence(tag, items);

    private static Gen<DicomItem> PrivateElement() =>
        Bytes(1).Select(bytes => (DicomItem)new DicomElement(new DicomTag(0x0029, 0x1001), DicomVR.UN, bytes));

    private static Gen<DicomItem> Element() => Gen.Elements(Tags).SelectMany(Element);

    private static Gen<DicomItem> Element(DicomTag tag)
    {
        DicomVR vr = tag.DictionaryEntry!.ValueRepresentations[0];
        if (tag == DicomTag.SpecificCharacterSet)
        {
            return Gen.Elements("", "ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87", "\\ISO 2022 IR 149", "ISO 2022 IR 13\\ISO 2022 IR 87")
                .Select(text => Made(vr, tag, text));
        }

        return vr.Code switch
        {
            "DS" => ArbMap.Default.GeneratorFor<double>().Where(number => Math.Abs(number) < 1e300).ListOf().Select(numbers => Made(vr, tag, [.. numbers])),
            "IS" or "SL" => ArbMap.Default.GeneratorFor<int>().ListOf().Select(numbers => Made(vr, tag, [.. numbers])),
            "DA" => Gen.Elements("", "20260131", "20260101\\20261231").Select(text => Made(vr, tag, text)),
            "TM" => Gen.Elements("", "235959", "120000.123456").Select(text => Made(vr, tag, text)),
            "UI" => Gen.Elements("", "1.2.840", "2.25.1234567", "1.2\\1.3").Select(text => Made(vr, tag, text)),
            _ when vr.IsCharacterString && vr.IsMultiValued => Text.Where(text => text.Length > 0).ListOf().Select(texts => Made(vr, tag, string.Join('\\', texts))),
            _ when vr.IsCharacterString => Text.ListOf().Select(texts => Made(vr, tag, string.Join("\r\n", texts))),
            _ when vr.IsString => Gen.Elements("", "AB", "ABC").Select(text => Made(vr, tag, text)),
            _ => Bytes(vr.ValueSize).Select(bytes => (DicomItem)new DicomElement(tag, vr, bytes)),
        };
    }

    private static DicomItem Made(DicomVR vr, DicomTag tag, string text) => new DicomDataset().AddOrUpdate(vr, tag, text).Single();

    private static DicomItem Made(DicomVR vr, DicomTag tag, double[] numbers) => new DicomDataset().AddOrUpdate(vr, tag, numbers).Single();

    private static DicomItem Made(DicomVR vr, DicomTag tag, int[] numbers) => new DicomDataset().AddOrUpdate(vr, tag, numbers).Single();

    private static Gen<byte[]> Bytes(int unit) =>
        from count in Gen.Choose(0, 9)
        from bytes in ArbMap.Default.GeneratorFor<byte>().ArrayOf(count * unit * (unit == 1 ? 2 : 1))
        select bytes;
}
