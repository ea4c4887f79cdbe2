namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>One node for the tests that leave it as they found it; started by the first of them.</summary>
public sealed class SharedNode : IAsyncDisposable
{
    private readonly Lazy<Task<NodeProcess>> node;
    private NodeFolder? folder;

    public SharedNode() => node = new Lazy<Task<NodeProcess>>(() => NodeProcess.StartAsync(folder = new NodeFolder()));

    /// <summary>The node, ready; skips the test where PostgreSQL is not installed.</summary>
    internal async Task<NodeProcess> GetAsync()
    {
        Requirement.Postgres();
        return await node.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (node.IsValueCreated && node.Value.IsCompletedSuccessfully)
        {
            await (await node.Value).DisposeAsync();
        }

        folder?.Dispose();
    }
}

/// <summary>Tests on the shared node run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedNodeTests : ICollectionFixture<SharedNode>
{
    public const string Name = "shared node";
}
