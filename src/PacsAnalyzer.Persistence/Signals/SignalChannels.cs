using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Signals;

/// <summary>Names of the notification channels.</summary>
internal static class SignalChannels
{
    public static IReadOnlyList<DatabaseSignal> All { get; } = Enum.GetValues<DatabaseSignal>();

    public static string NameOf(DatabaseSignal signal) => $"pacs_{SnakeCase.Of(signal.ToString())}";

    /// <summary>Sends a signal when the present transaction commits; equal ones of one transaction become one.</summary>
    public static Task NotifyAsync(NodeDbContext db, DatabaseSignal signal, CancellationToken cancellationToken)
    {
        string channel = NameOf(signal);
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify({channel}, '')", cancellationToken);
    }
}
