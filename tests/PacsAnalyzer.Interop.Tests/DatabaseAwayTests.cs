using System.Net;
using System.Text.Json.Nodes;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>Instances are accepted whatever the database does.</summary>
public sealed class DatabaseAwayTests
{
    private sealed record Health(string Status, string? Reason, IReadOnlyList<string> Degraded);

    [Fact]
    public async Task A_killed_database_refuses_nothing_and_everything_is_indexed_afterwards()
    {
        const int slices = 300;
        Requirement.Postgres();
        using var folder = new NodeFolder();
        CtSeries series = CtSeries.Write(folder.Work("database"), "database", slices);
        await using NodeProcess node = await NodeProcess.StartAsync(folder);
        var sender = new Sender(node);
        Task enough = sender.ReachedAsync(100);

        Task<bool> sending = sender.SendAsync(series.Files);
        await enough;
        int killed = folder.DatabasePid.ShouldNotBeNull();
        Signals.Send(killed, Signals.Kill);

        (await sending).ShouldBeTrue();
        sender.Refusals.ShouldBeEmpty();
        sender.Acknowledged.Count.ShouldBe(slices);
        LedgerCounts counts = await node.LedgerBecomesAsync(c => c.Acknowledged == slices && c.AddsUp, "all are in the ledger");
        counts.Unaccounted.ShouldBe(0);
        foreach (string uid in series.SopInstanceUids)
        {
            await Eventually.Async(() => node.LedgerAsync(uid), e => e.IsIndexed, $"{uid} is in the index");
        }

        folder.DatabasePid.ShouldNotBeNull().ShouldNotBe(killed);
    }

    [Fact]
    public async Task A_database_that_refuses_leaves_the_node_accepting()
    {
        using var folder = new NodeFolder(s => s["Database"] = new JsonObject
        {
            ["ConnectionString"] = $"Host=127.0.0.1;Port={FreePort.Find()};Database=none;Username=none;Password=none;Timeout=3",
        });
        CtSeries series = CtSeries.Write(folder.Work("refusing"), "refusing", 4);
        await using NodeProcess node = await NodeProcess.StartAsync(folder);
        var sender = new Sender(node);

        (await sender.SendAsync(series.Files)).ShouldBeTrue();

        sender.Acknowledged.ShouldBe(series.SopInstanceUids);
        Health health = (await node.GetAsync<Health>("/health/ready")).ShouldNotBeNull();
        health.Status.ShouldBe("degraded");
        health.Degraded.ShouldContain(d => d.Contains("database", StringComparison.Ordinal));
        (await node.LedgerAsync(series.SopInstanceUids[0])).ShouldNotBeNull().State.ShouldBe("Waiting");
        using HttpResponseMessage ledger = await node.Http.GetAsync(new Uri("/api/ledger", UriKind.Relative));
        ledger.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ledger.Content.ReadAsStringAsync()).ShouldContain("database is away");
        (await node.StopAsync()).ShouldBe(0, node.Log);
    }
}
