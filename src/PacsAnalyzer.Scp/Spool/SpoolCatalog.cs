using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Which instances lie in the spool: the folder is listed each time, a file's UID is read once.</summary>
internal sealed class SpoolCatalog(SpoolFolder folder)
{
    private readonly Lock gate = new();
    private Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>SOP Instance UIDs of all complete files.</summary>
    public IReadOnlyCollection<string> Uids()
    {
        lock (gate)
        {
            var now = new Dictionary<string, string>(known.Count, StringComparer.Ordinal);
            foreach (string path in folder.Files())
            {
                if (known.TryGetValue(path, out string? uid) || (uid = Read(path)) is not null)
                {
                    now[path] = uid;
                }
            }

            known = now;
            return now.Values.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>SOP Instance UID in the header of a file; null where it has none that can be read.</summary>
    public static string? Read(string path)
    {
        try
        {
            return Part10Header.Read(path).SopInstanceUid;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
