using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>A node that cannot start says why in one line and ends with 2.</summary>
public sealed class StartTests
{
    // Nothing is reached there: the port is found busy before a database is needed.
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Database=none;Username=none;Password=none;Timeout=3";

    [Theory]
    [InlineData("Node:DicomPort")]
    [InlineData("Node:HttpUrl")]
    public async Task A_busy_port_ends_it(string key)
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        int port = ((IPEndPoint)busy.LocalEndpoint).Port;
        using var folder = new NodeFolder(s =>
        {
            s["Database"] = new JsonObject { ["ConnectionString"] = NoDatabase };
            s["Node"]![key.Split(':')[1]] = key == "Node:DicomPort" ? port : $"http://127.0.0.1:{port}";
        });

        ToolResult serve = await Tool.VerbAsync("serve", "--config", folder.Config);

        serve.ExitCode.ShouldBe(2, serve.Text);
        string line = serve.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        line.ShouldContain(key);
        line.ShouldContain(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_wrong_configuration_ends_it()
    {
        using var folder = new NodeFolder(s =>
        {
            s["Node"]!["AeTitel"] = "X";
            s["Spool"]!["Durability"] = "Perhaps";
        });

        ToolResult serve = await Tool.VerbAsync("serve", "--config", folder.Config);

        serve.ExitCode.ShouldBe(2, serve.Text);
        string[] lines = serve.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain(l => l.Contains("AeTitel", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("Durability", StringComparison.Ordinal));
        lines.ShouldAllBe(l => l.StartsWith("configuration: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_AE_titles_end_it()
    {
        using var folder = new NodeFolder(s => s["Database"] = new JsonObject { ["ConnectionString"] = NoDatabase });
        folder.ReplaceAeTitles("{ \"remoteAes\": [ { \"name\": \"\", \"aeTitle\": \"\", \"host\": \"127.0.0.1\", \"port\": 1 } ] }");

        ToolResult serve = await Tool.VerbAsync("serve", "--config", folder.Config);

        serve.ExitCode.ShouldBe(2, serve.Text);
        serve.Error.ShouldContain("ae-titles.json");
    }
}
