using System.CommandLine;
using PacsAnalyzer.Scp.Demo;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>demo</c>: the whole way, on the bundled samples.</summary>
internal static class DemoCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Where returned reports and overlays go (default: ./demo-output).", DefaultValueFactory = _ => "demo-output" };
        var command = new Command("demo", "Starts a node and a receiving PACS, sends the bundled samples and prints what came back. Exit 0 only if every sample came back as its truth allows.") { output };
        command.Handle((parse, token) => DemoRun.RunAsync(parse.GetValue(output)!, token));
        return command;
    }
}
