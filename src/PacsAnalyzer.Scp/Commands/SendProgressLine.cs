namespace PacsAnalyzer.Scp.Commands;

/// <summary>A progress bar on a terminal, nothing elsewhere; messages go to standard error on lines of their own.</summary>
internal sealed class SendProgressLine(int total)
{
    private const int Width = 30;
    private readonly bool terminal = !Console.IsErrorRedirected;
    private int done;

    /// <summary>One file is done.</summary>
    public void Step()
    {
        done++;
        if (terminal)
        {
            int filled = done * Width / total;
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total}{(done == total ? "\n" : "")}");
        }
    }

    /// <summary>A line that stays.</summary>
    public void Say(string message) => Console.Error.WriteLine(terminal ? $"\r{message}" : message);
}
