namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>From stored values to the modality's (PS3.3 section C.11.1): a table, or slope and intercept, per frame where the image is enhanced.</summary>
internal sealed class ModalityTransform
{
    private readonly float[]? _table;
    private readonly int _first;
    private readonly double _slope;
    private readonly double _intercept;

    private ModalityTransform(double slope, double intercept, float[]? table = null, int first = 0)
    {
        _slope = slope;
        _intercept = intercept;
        _table = table;
        _first = first;
    }

    /// <summary>Reads the transform of a frame.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">Which frame, from 0.</param>
    /// <param name="isSigned">Whether stored values are signed, which decides how the table's first value is read.</param>
    /// <exception cref="DicomCodecException">A table is too short, or the slope is zero.</exception>
    public static ModalityTransform Read(DicomDataset dataset, int frame, bool isSigned)
    {
        if (dataset.GetItems(DicomTag.ModalityLUTSequence).FirstOrDefault() is { } lut)
        {
            return ReadTable(lut, isSigned);
        }

        DicomDataset source = Functional(dataset, DicomTag.PerFrameFunctionalGroupsSequence, frame)
            ?? Functional(dataset, DicomTag.SharedFunctionalGroupsSequence, 0)
            ?? dataset;
        double slope = source.GetSingleValueOrDefault(DicomTag.RescaleSlope, 1.0);
        double intercept = source.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0);
        return slope != 0 && double.IsFinite(slope) && double.IsFinite(intercept)
            ? new ModalityTransform(slope, intercept)
            : throw new DicomCodecException($"RescaleSlope {slope} and RescaleIntercept {intercept} give no values");
    }

    /// <summary>The modality's value.</summary>
    /// <param name="stored">The stored value, sign extended.</param>
    public float Apply(int stored) => _table is null
        ? (float)((stored * _slope) + _intercept)
        : _table[Math.Clamp((long)stored - _first, 0, _table.Length - 1)];

    private static DicomDataset? Functional(DicomDataset dataset, DicomTag group, int index) =>
        dataset.GetItems(group).ElementAtOrDefault(index)?.GetItems(DicomTag.PixelValueTransformationSequence).FirstOrDefault();

    private static ModalityTransform ReadTable(DicomDataset lut, bool isSigned)
    {
        byte[]? head = lut.GetDicomItem<DicomElement>(DicomTag.LUTDescriptor)?.GetBytes();
        byte[]? body = lut.GetDicomItem<DicomElement>(DicomTag.LUTData)?.GetBytes();
        if (head is null || head.Length < 6 || body is null)
        {
            throw new DicomCodecException("the Modality LUT has no descriptor or no data");
        }

        int entries = ColorConversion.Word(head, 0) is var n && n == 0 ? 65536 : n;
        int first = isSigned ? (short)ColorConversion.Word(head, 1) : ColorConversion.Word(head, 1);
        bool wide = body.Length >= 2 * entries;
        if (!wide && (ColorConversion.Word(head, 2) > 8 || body.Length < entries))
        {
            throw new DicomCodecException($"the Modality LUT has {body.Length} bytes for {entries} entries");
        }

        var table = new float[entries];
        for (int i = 0; i < entries; i++)
        {
            table[i] = wide ? ColorConversion.Word(body, i) : body[i];
        }

        return new ModalityTransform(1, 0, table, first);
    }
}
