using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Pipeline.Series;

/// <summary>Groups files and folders into series, headers only; pixel data stays on disk.</summary>
public static class SeriesScanner
{
    private static readonly string[] Companions = [".json", ".txt", ".md", ".png", ".csv", ".yaml"];

    /// <summary>Reads every file named and every file below every folder named, in ordinal order of their paths.</summary>
    /// <param name="paths">Files and folders. A file named by itself is read whatever it is called; below a folder, hidden files, DICOMDIR and
    /// files with the endings of notes and pictures are passed over.</param>
    /// <param name="cancellationToken">Ends the scan between files.</param>
    public static ScanResult Scan(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var series = new Dictionary<string, Dictionary<string, ScannedInstance>>(StringComparer.Ordinal);
        var order = new List<string>();
        var unreadable = new List<UnreadableFile>();
        foreach (string file in Expand(paths, unreadable))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(file, unreadable) is not { } header)
            {
                continue;
            }

            if (!series.TryGetValue(header.SeriesInstanceUid, out Dictionary<string, ScannedInstance>? instances))
            {
                series[header.SeriesInstanceUid] = instances = new(StringComparer.Ordinal);
                order.Add(header.SeriesInstanceUid);
            }

            instances.TryAdd(header.SopInstanceUid, new ScannedInstance(file, header));
        }

        return new ScanResult([.. order.Select(uid => new ScannedSeries(uid, [.. series[uid].Values]))], unreadable);
    }

    private static InstanceHeader? Read(string file, List<UnreadableFile> unreadable)
    {
        try
        {
            return InstanceHeaderReader.Read(DicomFile.Open(file));
        }
        catch (Exception e) when (e is DicomReadException or DicomDataException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            unreadable.Add(new UnreadableFile(file, e.Message.ReplaceLineEndings(" ")));
            return null;
        }
    }

    private static IEnumerable<string> Expand(IEnumerable<string> paths, List<UnreadableFile> unreadable)
    {
        foreach (string path in paths)
        {
            if (File.Exists(path))
            {
                yield return path;
            }
            else if (Directory.Exists(path))
            {
                var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.System };
                foreach (string file in Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal))
                {
                    string name = Path.GetFileName(file);
                    if (!name.StartsWith('.') && name != "DICOMDIR" && !Companions.Contains(Path.GetExtension(name).ToLowerInvariant()))
                    {
                        yield return file;
                    }
                }
            }
            else
            {
                unreadable.Add(new UnreadableFile(path, "no such file or folder"));
            }
        }
    }
}
