using System.Diagnostics;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests;

public class Throughput(PostgresFixture postgres) : DatabaseTest(postgres)
{
    /// <summary>Prints rates of the hot paths; run by hand.</summary>
    [Fact(Explicit = true)]
    public async Task Print_rates()
    {
        await Database.AnalyseAsync(Time, "0.1", destinations: ["warm-up"]);
        await MeasureAsync("100 studies through queue, completion and delivery", async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                await Database.AnalyseAsync(Time, $"2.{i}", count: 1, destinations: ["pacs"]);
                await Database.Deliveries.RecordAsync((await Database.LeaseDeliveriesAsync("pacs"))[0], new() { Result = Persistence.Deliveries.AttemptResult.Accepted }, Ct);
            }
        });
        await MeasureAsync("index 4000 instances, batches of 100", async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1 + (i / 4), 100, 1 + (i * 100)));
            }
        });
        await MeasureAsync("index 400 instances one by one", async () =>
        {
            for (int i = 0; i < 400; i++)
            {
                await Database.IndexAsync(Arrivals.One(Time, "1.3", 1, i));
            }
        });
        await MeasureAsync("index 400 known instances, one batch", () => Database.IndexAsync(Arrivals.Many(Time, "1.3", 1, 399)));
        await MeasureAsync("ledger counts", () => Database.Ledger.CountsAsync(Ct));
    }

    private static async Task MeasureAsync(string name, Func<Task> work)
    {
        long began = Stopwatch.GetTimestamp();
        await work();
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
    }
}
