using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>Reads, validates and writes <c>ae-titles.json</c>.</summary>
public static class AeTitleFile
{
    private const string FileName = "ae-titles.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads the file; a missing file is an empty book.</summary>
    /// <exception cref="ConfigurationException">The file is not valid; every problem is listed.</exception>
    public static AeTitleBook Read(string path) => File.Exists(path) ? Parse(File.ReadAllText(path)) : AeTitleBook.Empty;

    /// <summary>Parses and validates the text of the file.</summary>
    /// <exception cref="ConfigurationException">The text is not valid; every problem is listed.</exception>
    public static AeTitleBook Parse(string text)
    {
        Document? document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(text, Json);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException([new ConfigurationProblem(FileName, e.Path?.TrimStart('$', '.') ?? "", e.Message.Split(" Path:")[0])]);
        }

        var book = new AeTitleBook(document?.RemoteAes ?? []);
        ConfigurationProblem[] problems = [.. Validate(book)];
        return problems.Length == 0 ? book : throw new ConfigurationException(problems);
    }

    /// <summary>Writes the file in one step (new file, flush, rename), so that a reader never sees half of it.</summary>
    /// <exception cref="ConfigurationException">The book is not valid; nothing was written.</exception>
    public static void Write(string path, AeTitleBook book)
    {
        ConfigurationProblem[] problems = [.. Validate(book)];
        if (problems.Length > 0)
        {
            throw new ConfigurationException(problems);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + ".new";
        using (FileStream stream = File.Create(temporary))
        {
            JsonSerializer.Serialize(stream, new Document { RemoteAes = [.. book.Entries] }, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Everything wrong with a book.</summary>
    public static IEnumerable<ConfigurationProblem> Validate(AeTitleBook book)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < book.Entries.Length; i++)
        {
            RemoteAe ae = book.Entries[i];
            string where = $"remoteAes[{i}]{(ae.Name.Length > 0 ? $" ({ae.Name})" : "")}";
            foreach (string problem in Problems(ae, book))
            {
                yield return new ConfigurationProblem(FileName, where, problem);
            }

            if (ae.Name.Length > 0 && !names.Add(ae.Name))
            {
                yield return new ConfigurationProblem(FileName, where, "this name is used twice; names must be unique");
            }
        }
    }

    private static IEnumerable<string> Problems(RemoteAe ae, AeTitleBook book)
    {
        if (string.IsNullOrWhiteSpace(ae.Name))
        {
            yield return "name must not be empty";
        }

        if (AeTitleRule.Problem(ae.AeTitle) is { } title)
        {
            yield return $"aeTitle: {title}";
        }

        if (ae.Host.Count == 0 || ae.Host.Any(string.IsNullOrWhiteSpace))
        {
            yield return "host must be a name, an address, a network such as 10.1.0.0/16, or \"*\"";
        }

        if (ae.Host.FirstOrDefault(h => h.Contains('/', StringComparison.Ordinal) && !IPNetwork.TryParse(h, out _)) is { } network)
        {
            yield return $"host: \"{network}\" is not a network; write the first address and the prefix length, as 10.1.0.0/16";
        }

        if (ae.Port is < 0 or > 65535 || (ae.Port == 0 && ae.EffectiveRole == AeRole.Pacs))
        {
            yield return $"port must lie between 1 and 65535, found {ae.Port}";
        }

        if (ae.Allow.FirstOrDefault(s => s is not ("echo" or "store")) is { } service)
        {
            yield return $"allow: \"{service}\" is not a service; use echo, store";
        }

        if (ae.Objects?.FirstOrDefault(o => o is not ("SR" or "SC")) is { } kind)
        {
            yield return $"objects: \"{kind}\" is not an object; use SR, SC";
        }

        if (ae.QuietPeriod is { } quiet && quiet <= TimeSpan.Zero)
        {
            yield return "quietPeriod must be longer than zero";
        }

        if (ae.ResultsTo is null)
        {
            if (ae.Role == AeRole.Modality)
            {
                yield return "a modality must name resultsTo: modalities seldom take reports";
            }
            else if (ae.CallHost is null)
            {
                yield return "without resultsTo the results go back to this AE, so host must hold one name or address";
            }

            yield break;
        }

        foreach (string target in ae.ResultsTo)
        {
            RemoteAe? destination = book.ByName(target);
            if (destination is null)
            {
                yield return $"resultsTo: there is no AE named \"{target}\"";
            }
            else if (destination.EffectiveRole != AeRole.Pacs)
            {
                yield return $"resultsTo: \"{target}\" is a modality; results go to a pacs";
            }
            else if (destination.CallHost is null)
            {
                yield return $"resultsTo: \"{target}\" has no host to call";
            }
        }
    }

    private sealed record Document
    {
        public IReadOnlyList<RemoteAe> RemoteAes { get; init; } = [];
    }
}
