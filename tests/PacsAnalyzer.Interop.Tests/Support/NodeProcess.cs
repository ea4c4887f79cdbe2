using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>The built program running <c>serve</c> on free ports of this machine.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);

    private readonly Process process;
    private readonly StringBuilder log = new();

    private NodeProcess(NodeFolder folder)
    {
        Folder = folder;
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.Path, "serve", "--config", folder.Config])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        BuiltProgram.CleanEnvironment(start);
        start.Environment["RUNTIME_DIRECTORY"] = folder.Runtime;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Note(e.Data);
        process.ErrorDataReceived += (_, e) => Note(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its configuration and data.</summary>
    public NodeFolder Folder { get; }

    /// <summary>Port of its DICOM listener.</summary>
    public int DicomPort { get; private set; }

    /// <summary>The same as text, for command lines.</summary>
    public string Port => DicomPort.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Client of its HTTP interface.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>What it printed so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts a node and waits until <c>/health/ready</c> answers 200.</summary>
    public static async Task<NodeProcess> StartAsync(NodeFolder folder)
    {
        // A killed node leaves its file behind, which names ports that are gone.
        if (Directory.Exists(folder.Data))
        {
            File.Delete(Path.Combine(folder.Data, "node.json"));
        }

        var node = new NodeProcess(folder);
        try
        {
            await node.WaitUntilReadyAsync();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>The counts of <c>/api/ledger</c>; null while the database is away.</summary>
    public Task<LedgerCounts?> LedgerAsync() => GetAsync<LedgerCounts>("/api/ledger");

    /// <summary>The account of an instance; null when there is none or the database is away.</summary>
    public Task<LedgerEntry?> LedgerAsync(string sopInstanceUid) => GetAsync<LedgerEntry>($"/api/ledger/{sopInstanceUid}");

    /// <summary>GET of a JSON document; null for any answer but 200.</summary>
    public async Task<T?> GetAsync<T>(string path)
        where T : class
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadFromJsonAsync<T>() : null;
    }

    /// <summary>Waits until the ledger says what is expected.</summary>
    public Task<LedgerCounts> LedgerBecomesAsync(Func<LedgerCounts, bool> holds, string what) => Eventually.Async(LedgerAsync, holds, what);

    /// <summary>How our own SCU calls this node.</summary>
    public DicomAssociationOptions Call(string calling = "INTEROP", string called = NodeFolder.AeTitle) => new()
    {
        Host = "127.0.0.1",
        Port = DicomPort,
        CalledAeTitle = called,
        CallingAeTitle = calling,
    };

    /// <summary>Whether the node answers C-ECHO.</summary>
    public async Task<bool> EchoesAsync(string calling = "INTEROP") => (await DicomEcho.DiagnoseAsync(Call(calling))).IsSuccess;

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        Signals.Send(process.Id, Signals.Terminate);
        using var deadline = new CancellationTokenSource(StopLimit);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    /// <summary>Stops it where it still runs; the folder stays.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
            {
                await StopAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }

        process.Dispose();
        Http.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        string file = Path.Combine(Folder.Data, "node.json");
        await Eventually.TrueAsync(() => File.Exists(file) || process.HasExited, "the node writes node.json");
        if (process.HasExited)
        {
            await process.WaitForExitAsync();
            Assert.Fail($"The node ended with {process.ExitCode}: {Log}");
        }

        using JsonDocument addresses = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        DicomPort = addresses.RootElement.GetProperty("dicomPort").GetInt32();
        Http.BaseAddress = new Uri(addresses.RootElement.GetProperty("httpUrl").GetString()!);
        await Eventually.TrueAsync(
            async () =>
            {
                using HttpResponseMessage response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return response.StatusCode == HttpStatusCode.OK;
            },
            "/health/ready answers 200");
    }

    private void Note(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }
}
