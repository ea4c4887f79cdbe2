using System.CommandLine;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary>What every verb shares: common options, where to print, and how errors end.</summary>
internal static class Verb
{
    /// <summary><c>--config DIR</c>.</summary>
    public static Option<string?> Config { get; } = new("--config") { HelpName = "DIR", Description = "Folder of pacs-analyzer.json and ae-titles.json (default: config)." };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON for scripts." };

    /// <summary><c>--verbose</c>, on every verb.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Show stack traces of errors.", Recursive = true };

    /// <summary>Sets the action of a command; exceptions become one line on standard error and an exit code.</summary>
    public static void Handle(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parse, cancellation) =>
        {
            bool verbose = parse.GetValue(Verbose);
            try
            {
                return await action(parse, cancellation);
            }
            catch (ConfigurationException e)
            {
                foreach (ConfigurationProblem problem in e.Problems)
                {
                    await Console.Error.WriteLineAsync($"configuration: {problem}");
                }

                return ExitCodes.Usage;
            }
            catch (UserErrorException e)
            {
                await Console.Error.WriteLineAsync($"pacs-analyzer: {e.Message}");
                return e.ExitCode;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("pacs-analyzer: interrupted");
                return ExitCodes.Failed;
            }
            catch (Exception e)
            {
                string text = verbose ? e.ToString() : $"{e.Message} ({e.GetType().Name}; --verbose shows where)";
                await Console.Error.WriteLineAsync($"pacs-analyzer: {text}");
                return ExitCodes.Failed;
            }
        });

    /// <summary>Loads the configuration of <c>--config</c>.</summary>
    /// <exception cref="ConfigurationException">It is not valid.</exception>
    public static NodeConfiguration LoadConfiguration(ParseResult parse) =>
        new ConfigurationLoader(Environment.GetEnvironmentVariables(), Directory.GetCurrentDirectory(), Installation.Folder).Load(parse.GetValue(Config));
}
