namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>
/// A PostgreSQL server of the node's own: made on first use, reached over a unix socket alone, started, watched, started again when it
/// dies, stopped with the node. A server that an earlier process left running (SIGKILL) is taken over.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(10);

    private readonly PrivateClusterOptions options;
    private readonly TimeProvider time;
    private readonly ClusterPaths paths;
    private readonly ServerCommand server = ServerCommand.ForThisProcess();
    private readonly ClusterFolders folders;
    private readonly CancellationTokenSource stopping = new();
    private FileStream? held;
    private ClusterConnection? connection;
    private string bin = "";
    private Task? watching;
    private bool disposed;

    /// <summary>Prepares; touches nothing yet.</summary>
    /// <param name="options">Where it lives.</param>
    /// <param name="time">Clock of the waits between attempts to start.</param>
    /// <exception cref="ClusterException">The socket's path would be too long.</exception>
    public PrivateCluster(PrivateClusterOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        paths = new ClusterPaths(options);
        folders = new ClusterFolders(paths, server, Tell);
    }

    /// <summary>Connection string for <see cref="NodeDatabase"/>; after <see cref="StartAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">Not started yet.</exception>
    public string ConnectionString => (connection ?? throw new InvalidOperationException("The private cluster was not started yet.")).Node;

    /// <summary>The cluster's folder.</summary>
    public string DataPath => paths.Data;

    /// <summary>Folder of the socket.</summary>
    public string SocketDirectory => paths.Runtime;

    internal string AdminConnectionString => (connection ?? throw new InvalidOperationException("The private cluster was not started yet.")).Admin;

    internal int? ServerPid => PostmasterFile.Running(paths.Data)?.Pid;

    /// <summary>Makes the cluster where there is none, starts or adopts the server, waits until it is ready and watches it from then on.</summary>
    /// <exception cref="ClusterException">It cannot be made or started; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        bin = PostgresBinaries.Find(options.BinDirectory, paths.Version);
        folders.MakeRoot();
        held = folders.Lock();
        string password = folders.Password();
        await folders.MakeRuntimeAsync(cancellationToken);
        connection = new ClusterConnection(paths.Runtime, password);
        if (paths.Version is null)
        {
            await new ClusterCreator(paths, server, folders, bin).CreateAsync(password, cancellationToken);
            Tell(ClusterEventKind.Created, $"A database was made in {paths.Data}.");
        }

        WriteSettings();
        bool adopted = await AdoptAsync(cancellationToken);
        if (!adopted)
        {
            await StartServerAsync(cancellationToken);
        }

        await connection.PrepareAsync(cancellationToken);
        Tell(adopted ? ClusterEventKind.Adopted : ClusterEventKind.Started, $"The database in {paths.Data} is ready{(adopted ? "; it was still running" : "")}.");
        watching = Task.Run(WatchAsync, CancellationToken.None);
    }

    /// <summary>Stops watching and stops the server; open transactions are rolled back. Harmless when repeated.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await EndWatchAsync();
        if (held is not null && PostmasterFile.Running(paths.Data) is not null)
        {
            CommandResult stopped = await ControlAsync(["stop", "-m", "fast", "-t", "60"], cancellationToken);
            if (stopped.ExitCode != 0)
            {
                (await ControlAsync(["stop", "-m", "immediate", "-t", "30"], cancellationToken)).Require("Stopping the database");
            }

            Tell(ClusterEventKind.Stopped, "The database was stopped.");
        }

        held?.Dispose();
        held = null;
    }

    /// <summary>As <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
    }

    /// <summary>Lets go of the server without stopping it, as a process that is killed does.</summary>
    internal async Task AbandonAsync()
    {
        disposed = true;
        await EndWatchAsync();
        held?.Dispose();
        stopping.Dispose();
    }

    private async Task EndWatchAsync()
    {
        await stopping.CancelAsync();
        if (watching is not null)
        {
            await watching;
        }
    }

    private void WriteSettings()
    {
        // Followed by the link where the cluster lies elsewhere; root's file in a folder of postgres is readable to it.
        string file = Path.Combine(paths.Data, ServerSettings.FileName);
        File.WriteAllText(file, ServerSettings.Text(paths.Runtime));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    // A server whose socket is elsewhere cannot be reached by our connection string: it is stopped and started anew.
    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (PostmasterFile.Running(paths.Data) is { } running)
        {
            if (running.SocketDirectory != paths.Runtime)
            {
                (await ControlAsync(["stop", "-m", "fast", "-t", "60"], cancellationToken)).Require("Stopping the database that was left running");
                return false;
            }

            if (await connection!.IsReadyAsync(cancellationToken))
            {
                return true;
            }

            if (time.GetElapsedTime(began) > options.StartTimeout)
            {
                throw new ClusterException($"The database that was left running (process {running.Pid}) does not answer. See {LogHint}.");
            }

            await Task.Delay(FirstRetry, time, cancellationToken);
        }

        return false;
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (true)
        {
            string limit = ((int)options.StartTimeout.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            CommandResult started = await ControlAsync(["start", "-t", limit, "-l", Path.Combine(paths.Data, "start.log")], cancellationToken);
            if (started.ExitCode == 0 && await connection!.IsReadyAsync(cancellationToken))
            {
                return;
            }

            // The children of a killed server still hold its shared memory for a moment.
            if (time.GetElapsedTime(began) > TimeSpan.FromSeconds(10))
            {
                throw new ClusterException($"The database does not start: {started.Output.ReplaceLineEndings(" ")}. See {LogHint}.");
            }

            await Task.Delay(FirstRetry, time, cancellationToken);
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (PostmasterFile.Running(paths.Data) is { } running)
                {
                    await ProcessExit.WaitAsync(running.Pid, stopping.Token);
                }

                stopping.Token.ThrowIfCancellationRequested();
                Tell(ClusterEventKind.Died, "The database ended unexpectedly; it is started again.");
                await RestartAsync();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task RestartAsync()
    {
        for (TimeSpan wait = FirstRetry; ; wait = wait * 2 > LongestRetry ? LongestRetry : wait * 2)
        {
            try
            {
                await StartServerAsync(stopping.Token);
                Tell(ClusterEventKind.Restarted, "The database runs again.");
                return;
            }
            catch (ClusterException e)
            {
                Tell(ClusterEventKind.RestartFailed, e.Message);
            }

            await Task.Delay(wait, time, stopping.Token);
        }
    }

    private string LogHint => $"{Path.Combine(paths.Data, "start.log")} and the files in {Path.Combine(paths.Data, "log")}";

    private Task<CommandResult> ControlAsync(string[] arguments, CancellationToken cancellationToken) =>
        server.RunAsync(Path.Combine(bin, "pg_ctl"), [.. arguments, "-D", paths.Data, "-w"], cancellationToken);

    private void Tell(ClusterEventKind kind, string text) => Tell(new ClusterEvent(kind, text));

    private void Tell(ClusterEvent e) => options.OnEvent?.Invoke(e);
}
