using System.CommandLine;
using System.Text.Json;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>config check</c> and <c>config show</c>.</summary>
internal static class ConfigCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var check = new Command("check", "Validates pacs-analyzer.json, ae-titles.json and the environment; lists every problem. Exit 2 when there is one.") { Verb.Config };
        check.Handle((parse, _) => Task.FromResult(Check(parse)));
        var show = new Command("show", "Prints the effective values with where each came from, secrets masked.") { Verb.Config, Verb.Json };
        show.Handle((parse, _) => Task.FromResult(Show(parse)));
        return new Command("config", "Checks and shows the configuration.") { check, show };
    }

    private static int Check(ParseResult parse)
    {
        var problems = new List<ConfigurationProblem>();
        NodeConfiguration? configuration = null;
        try
        {
            configuration = Verb.LoadConfiguration(parse);
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems);
        }

        string folder = configuration?.Directory ?? parse.GetValue(Verb.Config) ?? "config";
        string titles = Path.Combine(folder, "ae-titles.json");
        int remotes = 0;
        try
        {
            remotes = AeTitleFile.Read(titles).Entries.Length;
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems);
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }

        Console.WriteLine($"{folder}: no problems; {remotes} remote AE{(remotes == 1 ? "" : "s")}");
        return ExitCodes.Success;
    }

    private static int Show(ParseResult parse)
    {
        IReadOnlyList<ConfigurationValue> rows = ConfigurationReport.Rows(Verb.LoadConfiguration(parse));
        if (parse.GetValue(Verb.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, OutputJson.Options));
            return ExitCodes.Success;
        }

        int width = rows.Max(r => r.Path.Length), values = rows.Max(r => r.Value.Length);
        foreach (ConfigurationValue row in rows)
        {
            Console.WriteLine($"{row.Path.PadRight(width)}  {row.Value.PadRight(values)}  {row.Origin}");
        }

        return ExitCodes.Success;
    }
}
