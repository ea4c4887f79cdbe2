using System.Security.Cryptography;
using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Compares what arrived with what was sent.</summary>
internal static class Pixels
{
    /// <summary>A digest of the pixel data's value: of every fragment where it is encapsulated.</summary>
    public static string Digest(string path)
    {
        DicomFile file = DicomFile.Open(path);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Dataset.TryGetItem(DicomTag.PixelData, out DicomItem? item).ShouldBeTrue(path);
        if (item is DicomFragmentSequence fragments)
        {
            foreach (var fragment in fragments.Fragments)
            {
                hash.AppendData(fragment.GetBytes());
            }
        }
        else
        {
            hash.AppendData(((DicomElement)item!).GetBytes());
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
