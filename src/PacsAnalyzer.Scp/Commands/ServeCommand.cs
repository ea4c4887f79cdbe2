using System.CommandLine;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>serve</c>: the node.</summary>
internal static class ServeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Runs the node until it is interrupted. Ready when GET /health/ready answers 200.") { Verb.Config };
        command.Handle(async (parse, token) =>
        {
            await using NodeRunner node = await NodeRunner.StartAsync(Verb.LoadConfiguration(parse), Console.Error.WriteLine, quiet: false, token);
            await node.WaitAsync(token);
            return ExitCodes.Success;
        });
        return command;
    }
}
