using System.CommandLine;
using System.Text.Json;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>ae list</c>, <c>ae add</c>, <c>ae remove</c>.</summary>
internal static class AeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create() =>
        new("ae", "Lists, adds and removes remote AE titles; a running node takes the change within five seconds.") { List(), Add(), Remove() };

    private static Command List()
    {
        var command = new Command("list", "Lists the remote AE titles.") { Verb.Config, Verb.Json };
        command.Handle((parse, _) =>
        {
            AeTitleBook book = AeTitleFile.Read(Verb.LoadConfiguration(parse).Paths.AeTitles);
            if (parse.GetValue(Verb.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(book.Entries, OutputJson.Options));
                return Task.FromResult(ExitCodes.Success);
            }

            if (book.Entries.IsEmpty)
            {
                Console.WriteLine("No remote AE titles. Add one: pacs-analyzer ae add NAME AET@HOST:PORT");
            }

            foreach (RemoteAe ae in book.Entries)
            {
                string results = ae.ResultsTo is null ? "results to itself" : $"results to {string.Join(", ", ae.ResultsTo)}";
#pragma warning disable CA1308 // Names as the file has them.
                Console.WriteLine($"{ae.Name,-20} {ae.AeTitle,-16} {string.Join(",", ae.Host)}:{ae.Port}  {ae.EffectiveRole.ToString().ToLowerInvariant(),-8}  {results}");
#pragma warning restore CA1308
            }

            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Name in the configuration." };
        var address = new Argument<string>("AET@HOST:PORT") { Description = "AE title, host (name, address, network or *) and port." };
        var role = new Option<AeRole?>("--role") { Description = "pacs or modality." };
        var results = new Option<string[]>("--results-to") { Description = "Names of the AEs that results of its studies go to.", AllowMultipleArgumentsPerToken = true };
        var tls = new Option<bool>("--tls") { Description = "Call it over TLS." };
        var quiet = new Option<TimeSpan?>("--quiet-period") { Description = "Quiet period of its series, hh:mm:ss." };
        var command = new Command("add", "Adds a remote AE title; refuses an invalid one with all reasons.") { name, address, role, results, tls, quiet, Verb.Config };
        command.Handle((parse, _) =>
        {
            string path = Verb.LoadConfiguration(parse).Paths.AeTitles;
            PeerAddress peer = PeerAddress.Parse(parse.GetValue(address)!);
            AeTitleBook book = AeTitleFile.Read(path);
            var entry = new RemoteAe
            {
                Name = parse.GetValue(name)!,
                AeTitle = peer.AeTitle,
                Host = [peer.Host],
                Port = peer.Port,
                Role = parse.GetValue(role),
                ResultsTo = parse.GetValue(results) is { Length: > 0 } r ? r : null,
                Tls = parse.GetValue(tls),
                QuietPeriod = parse.GetValue(quiet),
            };
            AeTitleFile.Write(path, new AeTitleBook(book.Entries.Add(entry)));
            Console.WriteLine($"added {entry.Name}: {entry.AeTitle} at {peer.Host}:{peer.Port}");
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAME") { Description = "Name in the configuration." };
        var command = new Command("remove", "Removes a remote AE title; refuses while others send their results to it.") { name, Verb.Config };
        command.Handle((parse, _) =>
        {
            string path = Verb.LoadConfiguration(parse).Paths.AeTitles;
            AeTitleBook book = AeTitleFile.Read(path);
            RemoteAe entry = book.ByName(parse.GetValue(name)!)
                ?? throw new UserErrorException($"there is no AE named \"{parse.GetValue(name)}\"; pacs-analyzer ae list shows them", ExitCodes.Usage);
            AeTitleFile.Write(path, new AeTitleBook(book.Entries.Remove(entry)));
            Console.WriteLine($"removed {entry.Name}");
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }
}
