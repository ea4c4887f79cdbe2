using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>A patient made of boxes: bodies of 400 HU (35 mm deep, 26 mm high, 44 mm wide) 34 mm apart over a sacrum of 800 HU, in water; written as CT of any orientation.</summary>
internal sealed class BoxSpine
{
    private static readonly string[] Names = ["T12", "L1", "L2", "L3", "L4", "L5"];

    /// <summary>Change of x for each millimetre towards the head.</summary>
    public double Slope { get; init; }

    /// <summary>Lateral place of the spine at z = 0.</summary>
    public double X { get; init; } = 6;

    /// <summary>Bodies left out.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether there is a sacrum.</summary>
    public bool HasSacrum { get; init; } = true;

    /// <summary>Middle of a body, mm.</summary>
    public Vector3 Centre(string level)
    {
        double z = (5 - Array.IndexOf(Names, level)) * 34;
        return new Vector3(X + (Slope * z), 20, z);
    }

    public short Hu(Vector3 p)
    {
        if (Math.Abs(p.X) > 150 || Math.Abs(p.Y) > 100)
        {
            return -1000;
        }

        foreach (string name in Names)
        {
            Vector3 d = p - Centre(name);
            if (Math.Abs(d.X) < 22 && Math.Abs(d.Y) < 17.5 && Math.Abs(d.Z) < 13 && !Missing.Contains(name))
            {
                return 400;
            }
        }

        Vector3 s = p - new Vector3(X, 20, -42);
        return HasSacrum && Math.Abs(s.X) < 40 && Math.Abs(s.Y) < 17.5 && Math.Abs(s.Z) < 22 ? (short)800 : (short)0;
    }

    /// <summary>Writes one file a slice.</summary>
    public string[] Write(string folder, Vector3 first, Vector3 step, int slices, Vector3 row, Vector3 column, int columns, int rows, double pixel, Action<DicomDataset>? change = null)
    {
        var files = new string[slices];
        for (int k = 0; k < slices; k++)
        {
            Vector3 origin = first + (step * k);
            var raw = new byte[columns * rows * 2];
            for (int j = 0; j < rows; j++)
            {
                for (int i = 0; i < columns; i++)
                {
                    BitConverter.TryWriteBytes(raw.AsSpan(2 * ((j * columns) + i)), (ushort)(Hu(origin + (row * (i * pixel)) + (column * (j * pixel))) + 1024));
                }
            }

            DicomDataset d = Header(k, origin, row, column, columns, rows, pixel);
            d.AddOrUpdate(DicomVR.OW, DicomTag.PixelData, raw);
            change?.Invoke(d);
            files[k] = Path.Combine(folder, $"{k:000}.dcm");
            new DicomFile(d).Save(files[k]);
        }

        return files;
    }

    private static DicomDataset Header(int k, Vector3 origin, Vector3 row, Vector3 column, int columns, int rows, double pixel)
    {
        var d = new DicomDataset();
        d.AddOrUpdate(DicomTag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2");
        d.AddOrUpdate(DicomTag.SOPInstanceUID, $"1.2.3.4.{k + 1}");
        d.AddOrUpdate(DicomTag.StudyInstanceUID, "1.2.3");
        d.AddOrUpdate(DicomTag.SeriesInstanceUID, "1.2.3.4");
        d.AddOrUpdate(DicomTag.FrameOfReferenceUID, "1.2.3.5");
        d.AddOrUpdate(DicomTag.Modality, "CT");
        d.AddOrUpdate(DicomTag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL");
        d.AddOrUpdate(DicomTag.KVP, "120");
        d.AddOrUpdate(DicomTag.Manufacturer, "MAKER");
        d.AddOrUpdate(DicomTag.ManufacturerModelName, "MODEL");
        d.AddOrUpdate(DicomTag.ImagePositionPatient, origin.X, origin.Y, origin.Z);
        d.AddOrUpdate(DicomTag.ImageOrientationPatient, row.X, row.Y, row.Z, column.X, column.Y, column.Z);
        d.AddOrUpdate(DicomTag.PixelSpacing, pixel, pixel);
        d.AddOrUpdate(DicomTag.Rows, (ushort)rows);
        d.AddOrUpdate(DicomTag.Columns, (ushort)columns);
        d.AddOrUpdate(DicomTag.BitsAllocated, (ushort)16);
        d.AddOrUpdate(DicomTag.BitsStored, (ushort)12);
        d.AddOrUpdate(DicomTag.HighBit, (ushort)11);
        d.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)0);
        d.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        d.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        d.AddOrUpdate(DicomTag.RescaleSlope, 1.0);
        d.AddOrUpdate(DicomTag.RescaleIntercept, -1024.0);
        return d;
    }
}
