using System.CommandLine;
using System.Text.Json;
using PacsAnalyzer.Scp.Doctor;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>doctor</c>: a line for each thing that a node needs.</summary>
internal static class DoctorCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Checks configuration, data folder, disk, ports, database, libraries, models and each remote AE. Exit 1 when something keeps the node from working.") { Verb.Config, Verb.Json };
        command.Handle(async (parse, token) =>
        {
            var findings = new List<Finding>();
            await foreach (Finding finding in new NodeDoctor(Verb.LoadConfiguration(parse)).ExamineAsync(token))
            {
                findings.Add(finding);
                if (!parse.GetValue(Verb.Json))
                {
                    string mark = finding.Level switch { FindingLevel.Good => "ok  ", FindingLevel.Warning => "warn", _ => "FAIL" };
                    Console.WriteLine($"{mark}  {finding.Subject,-16} {finding.Text}");
                }
            }

            if (parse.GetValue(Verb.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(findings, OutputJson.Options));
            }

            return findings.Any(f => f.Level == FindingLevel.Bad) ? ExitCodes.Failed : ExitCodes.Success;
        });
        return command;
    }
}
