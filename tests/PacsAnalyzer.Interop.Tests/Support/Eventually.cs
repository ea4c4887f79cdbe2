using System.Diagnostics;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Waits for a condition of another process, which raises no event here: it is asked again until it holds or the deadline passes.</summary>
internal static class Eventually
{
    /// <summary>Long enough for a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(40);

    /// <summary>Reads until what is read satisfies the condition; fails with the last reading otherwise.</summary>
    /// <param name="read">Reads the state; null where there is none yet.</param>
    /// <param name="holds">The condition.</param>
    /// <param name="what">What is awaited, for the message.</param>
    /// <param name="within">Deadline; <see cref="Patience"/> when null.</param>
    public static async Task<T> Async<T>(Func<Task<T?>> read, Func<T, bool> holds, string what, TimeSpan? within = null)
        where T : class
    {
        TimeSpan limit = within ?? Patience;
        using var timer = new PeriodicTimer(Interval);
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            T? value = await read();
            if (value is not null && holds(value))
            {
                return value;
            }

            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                Assert.Fail($"Not within {limit.TotalSeconds:0.#} s: {what}. Last: {value?.ToString() ?? "nothing"}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits until a condition holds.</summary>
    public static Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        Async(async () => (object?)await condition(), value => value is true, what, within);

    /// <summary>Waits until a condition holds.</summary>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? within = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, within);
}
