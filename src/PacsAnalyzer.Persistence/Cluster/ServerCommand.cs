using System.ComponentModel;
using System.Diagnostics;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Runs programs, as the server's user where asked for.</summary>
internal sealed class ServerCommand(string? user)
{
    /// <summary>The user that the server runs as; null for our own.</summary>
    public string? User => user;

    /// <summary>The server refuses to run as root: then it runs as Debian's user <c>postgres</c>.</summary>
    public static ServerCommand ForThisProcess() => new(Environment.IsPrivilegedProcess ? "postgres" : null);

    /// <summary>Runs a program as the server's user.</summary>
    public Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        user is null
            ? RunDirectlyAsync(program, arguments, cancellationToken)
            : RunDirectlyAsync("runuser", ["-u", user, "--", program, .. arguments], cancellationToken);

    /// <summary>Makes a folder that the server's user owns and nobody else reads.</summary>
    public async Task MakeFolderAsync(string path, CancellationToken cancellationToken)
    {
        if (user is null)
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            // Fails when the folder was there and belongs to somebody else.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }

        CommandResult made = await RunDirectlyAsync("install", ["-d", "-o", user, "-g", user, "-m", "0700", path], cancellationToken);
        if (made.ExitCode != 0)
        {
            throw new ClusterException($"The folder {path} cannot be made for user {user}: {made.Output}. Is the package postgresql installed?");
        }
    }

    /// <summary>Runs a program as this process' user.</summary>
    public static async Task<CommandResult> RunDirectlyAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            using Process process = Process.Start(start) ?? throw new ClusterException($"{program} did not start.");
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, $"{await errors}{await output}".Trim());
        }
        catch (Win32Exception e)
        {
            throw new ClusterException($"{program} cannot be run: {e.Message}", e);
        }
    }
}
