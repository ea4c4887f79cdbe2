using System.Text.Json;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary><c>ae-titles.json</c> edited while the node runs.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class AeTitleReloadTests(SharedNode shared) : IAsyncDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private sealed record Health(string Status, string? Reason, IReadOnlyList<string> Degraded);

    [Fact]
    public async Task An_edit_is_in_force_within_five_seconds()
    {
        NodeProcess node = await shared.GetAsync();
        (await node.EchoesAsync("NEWCOMER")).ShouldBeFalse();

        node.Folder.WriteAeTitles([.. NodeFolder.Callers, "NEWCOMER"]);
        await Eventually.TrueAsync(() => node.EchoesAsync("NEWCOMER"), "the new caller is accepted", Promised);

        // Written in place this time, as a careless editor does.
        await File.WriteAllTextAsync(Path.Combine(node.Folder.Config, "ae-titles.json"), NodeFolder.AeTitlesText(NodeFolder.Callers));
        await Eventually.TrueAsync(async () => !await node.EchoesAsync("NEWCOMER"), "the caller taken out is rejected", Promised);
        (await node.EchoesAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("no JSON", "{ \"remoteAes\": [ ")]
    [InlineData("an unknown key", "{ \"remoteAes\": [ { \"name\": \"a\", \"aeTitle\": \"A\", \"host\": \"127.0.0.1\", \"port\": 1, \"colour\": \"red\" } ] }")]
    [InlineData("a long title", "{ \"remoteAes\": [ { \"name\": \"a\", \"aeTitle\": \"MORE_THAN_SIXTEEN_LETTERS\", \"host\": \"127.0.0.1\", \"port\": 1 } ] }")]
    [InlineData("a destination that is missing", "{ \"remoteAes\": [ { \"name\": \"a\", \"aeTitle\": \"A\", \"host\": \"127.0.0.1\", \"port\": 1, \"resultsTo\": [ \"nowhere\" ] } ] }")]
    public async Task A_bad_edit_is_refused_with_its_reason_and_the_last_good_one_stays(string what, string text)
    {
        NodeProcess node = await shared.GetAsync();

        node.Folder.ReplaceAeTitles(text);
        Health health = await Eventually.Async(() => node.GetAsync<Health>("/health/ready"), h => Refused(h) is not null, $"health names {what}", Promised);

        Refused(health)!.ShouldContain("ae-titles.json");
        (await node.EchoesAsync()).ShouldBeTrue();
        JsonElement[] inForce = (await node.GetAsync<JsonElement[]>("/api/ae-titles"))!;
        inForce.Select(e => e.GetProperty("aeTitle").GetString()).ShouldBe(NodeFolder.Callers);

        node.Folder.WriteAeTitles(NodeFolder.Callers);
        await Eventually.Async(() => node.GetAsync<Health>("/health/ready"), h => Refused(h) is null, "a good edit clears the complaint", Promised);
    }

    /// <summary>The callers of the other tests are in force again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result is TestResult.Failed or TestResult.Passed)
        {
            NodeProcess node = await shared.GetAsync();
            node.Folder.WriteAeTitles(NodeFolder.Callers);
            await Eventually.TrueAsync(() => node.EchoesAsync(), "the callers of the tests are known again");
        }
    }

    private static string? Refused(Health health) => health.Degraded.FirstOrDefault(d => d.Contains("ae-titles.json was refused", StringComparison.Ordinal));
}
