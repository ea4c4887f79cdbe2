using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Nodes;

internal sealed class NodeStore(DbSession session) : INodeStore
{
    public Task<int> RegisterAsync(string nodeId, string owner, string hostName, string version, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            async db =>
            {
                NodeRow? earlier = (await db.Nodes.FromSql($"SELECT * FROM nodes WHERE node_id = {nodeId} FOR UPDATE").ToListAsync(cancellationToken))
                    .SingleOrDefault();
                int ended = 0;
                if (earlier is null)
                {
                    earlier = new NodeRow { NodeId = nodeId };
                    db.Nodes.Add(earlier);
                }
                else if (earlier.Owner != owner)
                {
                    ended = await EndLeasesAsync(db, earlier.Owner, now, cancellationToken);
                }

                earlier.Owner = owner;
                earlier.HostName = PlainText.Clean(hostName);
                earlier.Version = PlainText.Clean(version);
                earlier.StartedAt = now;
                earlier.HeartbeatAt = now;
                await db.SaveChangesAsync(cancellationToken);
                await NotifyAllAsync(db, cancellationToken);
                return ended;
            },
            cancellationToken);
    }

    public Task HeartbeatAsync(string nodeId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            db => db.Nodes.Where(n => n.NodeId == nodeId).ExecuteUpdateAsync(s => s.SetProperty(n => n.HeartbeatAt, now), cancellationToken),
            cancellationToken);
    }

    public Task SignOffAsync(string nodeId, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                string? owner = await db.Nodes.Where(n => n.NodeId == nodeId).Select(n => n.Owner).SingleOrDefaultAsync(cancellationToken);
                if (owner is not null)
                {
                    await GiveBackAsync(db, owner, cancellationToken);
                    await db.Nodes.Where(n => n.NodeId == nodeId).ExecuteDeleteAsync(cancellationToken);
                    await NotifyAllAsync(db, cancellationToken);
                }

                return true;
            },
            cancellationToken);

    public Task<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<NodeRecord>>(
            async db => await db.Nodes
                .OrderByDescending(n => n.HeartbeatAt).ThenBy(n => n.NodeId)
                .Select(n => new NodeRecord(n.NodeId, n.Owner, n.HostName, n.Version, n.StartedAt, n.HeartbeatAt))
                .ToListAsync(cancellationToken),
            cancellationToken);

    private static async Task<int> EndLeasesAsync(NodeDbContext db, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE series SET lease_until = {now} WHERE lease_owner = {owner} AND lease_until > {now}", cancellationToken)
        + await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET lease_until = {now} WHERE lease_owner = {owner} AND state = 'Leased' AND lease_until > {now}", cancellationToken)
        + await db.Database.ExecuteSqlAsync(
            $"UPDATE deliveries SET lease_until = {now} WHERE lease_owner = {owner} AND state = 'Sending' AND lease_until > {now}", cancellationToken);

    private static async Task GiveBackAsync(NodeDbContext db, string owner, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"UPDATE series SET lease_owner = NULL, lease_until = NULL, attempts = attempts - 1 WHERE lease_owner = {owner}", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET state = 'Pending', attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
            WHERE lease_owner = {owner} AND state = 'Leased'
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET state = 'Pending', attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
            WHERE lease_owner = {owner} AND state = 'Sending' AND NOT superseded
            """,
            cancellationToken);
    }

    private static async Task NotifyAllAsync(NodeDbContext db, CancellationToken cancellationToken)
    {
        await SignalChannels.NotifyAsync(db, DatabaseSignal.SeriesChanged, cancellationToken);
        await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
        await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
    }
}
