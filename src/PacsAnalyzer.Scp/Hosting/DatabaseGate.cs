namespace PacsAnalyzer.Scp.Hosting;

/// <summary>Opens once the database has answered and has the schema of this version; the node accepts instances before that.</summary>
internal sealed class DatabaseGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => opened.Task.IsCompletedSuccessfully;

    /// <summary>Waits until it is open.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => opened.Task.WaitAsync(cancellationToken);

    /// <summary>Opens it.</summary>
    public void Open() => opened.TrySetResult();
}
