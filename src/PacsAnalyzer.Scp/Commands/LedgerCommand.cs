using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Ledger;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>ledger</c>: the account of the running node.</summary>
internal static class LedgerCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("ledger", "Counts of acknowledged instances of the running node. Exit 1 when an instance is unaccounted for.") { Verb.Config, Verb.Json };
        command.Handle(async (parse, token) =>
        {
            LedgerSummary ledger = await GetAsync(Verb.LoadConfiguration(parse), token);
            if (parse.GetValue(Verb.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(ledger, OutputJson.Options));
            }
            else
            {
                Console.WriteLine($"acknowledged {ledger.Acknowledged}: analysed {ledger.Analysed}, excluded {ledger.Excluded}, failed {ledger.Failed}, waiting {ledger.Waiting}");
                Console.WriteLine($"unaccounted: {ledger.Unaccounted}");
                foreach (string uid in ledger.Missing)
                {
                    Console.WriteLine($"  missing {uid}");
                }
            }

            return ledger.Unaccounted == 0 ? ExitCodes.Success : ExitCodes.Failed;
        });
        return command;
    }

    private static async Task<LedgerSummary> GetAsync(NodeConfiguration configuration, CancellationToken cancellationToken)
    {
        RuntimeFile runtime = RuntimeFile.Read(configuration)
            ?? throw new UserErrorException($"no node runs with {configuration.Directory}; start it with pacs-analyzer serve");
        using var client = new HttpClient { BaseAddress = new Uri(runtime.HttpUrl) };
        try
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri("/api/ledger", UriKind.Relative), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new UserErrorException($"the node answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
            }

            return (await response.Content.ReadFromJsonAsync<LedgerSummary>(OutputJson.Options, cancellationToken))!;
        }
        catch (HttpRequestException e)
        {
            throw new UserErrorException($"the node at {runtime.HttpUrl} does not answer: {e.Message}");
        }
    }
}
