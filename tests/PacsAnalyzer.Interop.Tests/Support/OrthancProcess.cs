using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Debian's Orthanc as a PACS, on free ports of the loopback, in a folder of its own.</summary>
internal sealed class OrthancProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions AsWritten = new();

    private readonly Process process;
    private readonly HttpClient http;

    private OrthancProcess(Process process, HttpClient http, int dicomPort)
    {
        this.process = process;
        this.http = http;
        DicomPort = dicomPort;
    }

    /// <summary>Port of its storage SCP.</summary>
    public int DicomPort { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<OrthancProcess> StartAsync(string folder)
    {
        Requirement.Program("Orthanc", "orthanc");
        int dicom = FreePort.Find(), web = FreePort.Find();
        string file = Path.Combine(folder, "orthanc.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            Name = "interop",
            StorageDirectory = Path.Combine(folder, "storage"),
            IndexDirectory = Path.Combine(folder, "storage"),
            Plugins = Array.Empty<string>(),
            HttpPort = web,
            DicomPort = dicom,
            DicomAet = "ORTHANC",
            DicomCheckCalledAet = true,
            DicomAlwaysAllowStore = true,
            RemoteAccessAllowed = false,
            AuthenticationEnabled = false,
        }));
        Process process = Process.Start(new ProcessStartInfo("Orthanc", [file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{web}/")) };
        var orthanc = new OrthancProcess(process, http, dicom);
        await Eventually.TrueAsync(orthanc.AnswersAsync, "Orthanc answers");
        return orthanc;
    }

    /// <summary>Tags of every instance of a study, by keyword.</summary>
    public async Task<IReadOnlyList<JsonNode>> InstancesOfStudyAsync(string studyInstanceUid)
    {
        using HttpResponseMessage found = await http.PostAsJsonAsync(new Uri("tools/find", UriKind.Relative), new
        {
            Level = "Instance",
            Query = new { StudyInstanceUID = studyInstanceUid },
        }, AsWritten);
        string[] ids = (await found.Content.ReadFromJsonAsync<string[]>())!;
        var instances = new List<JsonNode>();
        foreach (string id in ids)
        {
            instances.Add((await http.GetFromJsonAsync<JsonNode>(new Uri($"instances/{id}/simplified-tags", UriKind.Relative)))!);
        }

        return instances;
    }

    public async ValueTask DisposeAsync()
    {
        Signals.Send(process.Id, Signals.Terminate);
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri("system", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
