using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Configuration and data of a node, in a temporary folder; outlives the node's process, so that it can be started again.</summary>
internal sealed class NodeFolder : IDisposable
{
    /// <summary>AE title of the nodes of these tests.</summary>
    public const string AeTitle = "PACSANALYZER";

    private readonly TemporaryFolder folder = new();

    /// <summary>Writes the configuration.</summary>
    /// <param name="change">Changes what is written to <c>pacs-analyzer.json</c>.</param>
    public NodeFolder(Action<JsonObject>? change = null)
    {
        // The database runs as another user where the tests run as root: it must be able to walk to its folder.
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        Directory.CreateDirectory(Config);
        Directory.CreateDirectory(Path.Combine(folder.Path, "models"));
        var settings = new JsonObject
        {
            ["Node"] = new JsonObject
            {
                ["AeTitle"] = AeTitle,
                ["DicomAddress"] = "127.0.0.1",
                ["DicomPort"] = 0,
                ["HttpUrl"] = "http://127.0.0.1:0",
                ["DataDirectory"] = Data,
            },
            ["Database"] = new JsonObject(),
            ["Association"] = new JsonObject(),
            ["Spool"] = new JsonObject { ["MinimumFreeBytes"] = 1_000_000 },
            ["Assembly"] = new JsonObject { ["QuietPeriod"] = "00:00:01" },
            // No models: what is received, assembled and accounted for is tested here, not what is measured.
            ["Inference"] = new JsonObject { ["Provider"] = "Cpu", ["ModelsDirectory"] = Path.Combine(folder.Path, "models") },
        };
        change?.Invoke(settings);
        File.WriteAllText(Path.Combine(Config, "pacs-analyzer.json"), settings.ToJsonString());
        WriteAeTitles(Callers);
    }

    /// <summary>Callers that every node of these tests knows.</summary>
    public static IReadOnlyList<string> Callers { get; } = ["ECHOSCU", "STORESCU", "DCMSEND", "INTEROP", AeTitle];

    /// <summary>Folder given with <c>--config</c>.</summary>
    public string Config => Path.Combine(folder.Path, "config");

    /// <summary>The node's data.</summary>
    public string Data => Path.Combine(folder.Path, "data");

    /// <summary>Where sockets of the database go.</summary>
    public string Runtime => Path.Combine(folder.Path, "run");

    /// <summary>A folder for what a test makes.</summary>
    public string Work(string name) => Directory.CreateDirectory(Path.Combine(folder.Path, "work", name)).FullName;

    /// <summary>Complete files of the spool.</summary>
    public IReadOnlyList<string> SpooledFiles() =>
        Directory.Exists(Path.Combine(Data, "spool")) ? [.. Directory.EnumerateFiles(Path.Combine(Data, "spool"), "*.dcm", SearchOption.AllDirectories)] : [];

    /// <summary>Replaces <c>ae-titles.json</c> by a rename.</summary>
    public void WriteAeTitles(IEnumerable<string> titles) => ReplaceAeTitles(AeTitlesText(titles));

    /// <summary>Text of an <c>ae-titles.json</c> with callers from this machine. Results go to a port where nothing listens.</summary>
    public static string AeTitlesText(IEnumerable<string> titles) => JsonSerializer.Serialize(new
    {
        remoteAes = titles.Select(title => new { name = $"the-{title}", aeTitle = title, host = "127.0.0.1", port = 1 }),
    });

    /// <summary>Replaces <c>ae-titles.json</c> by a rename, as editors do.</summary>
    public void ReplaceAeTitles(string text)
    {
        string path = Path.Combine(Config, "ae-titles.json");
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }

    /// <summary>The process of the private database, null where none runs.</summary>
    public int? DatabasePid
    {
        get
        {
            string file = Path.Combine(Data, "postgres", "postmaster.pid");
            return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                && Signals.IsRunning(pid, Data)
                    ? pid
                    : null;
        }
    }

    /// <summary>Ends a database that a killed node left behind and removes everything.</summary>
    public void Dispose()
    {
        if (DatabasePid is { } pid)
        {
            Signals.Send(pid, Signals.Quit);
            SpinWait.SpinUntil(() => DatabasePid is null, TimeSpan.FromSeconds(10));
        }

        folder.Dispose();
    }
}
