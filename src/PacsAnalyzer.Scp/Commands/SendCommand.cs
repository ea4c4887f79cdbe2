using System.CommandLine;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>send</c>: C-STORE SCU for files and folders.</summary>
internal static class SendCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "DICOM files, or folders to search.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { HelpName = "AET@HOST:PORT", Description = "Where to send.", Required = true };
        var calling = new Option<string?>("--calling") { HelpName = "AET", Description = "Calling AE title (default: the node's own)." };
        var command = new Command("send", "Sends DICOM files as they are. Exit 3 when the peer refused some, 1 when some could not be read or sent.") { paths, to, calling, Verb.Config };
        command.Handle((parse, token) => RunAsync(parse, parse.GetValue(paths)!, PeerAddress.Parse(parse.GetValue(to)!), parse.GetValue(calling), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, string[] paths, PeerAddress peer, string? calling, CancellationToken cancellationToken)
    {
        NodeConfiguration configuration = Verb.LoadConfiguration(parse);
        var options = new DicomAssociationOptions
        {
            Host = peer.Host,
            Port = peer.Port,
            CalledAeTitle = peer.AeTitle,
            CallingAeTitle = calling ?? configuration.Options.Node.AeTitle,
        };
        (List<(string Path, Part10Header Header)> files, int unreadable) = Find(paths);
        if (files.Count == 0)
        {
            throw new UserErrorException($"no DICOM file in {string.Join(", ", paths)}");
        }

        SendSummary summary = await FileSender.SendAsync(options, files, new SendProgressLine(files.Count), cancellationToken);
        Console.WriteLine($"{summary.Sent} sent, {summary.Refused} refused, {summary.Failed + unreadable} failed to {options}");
        return summary.Failed + unreadable > 0 ? ExitCodes.Failed : summary.Refused > 0 ? ExitCodes.Refused : ExitCodes.Success;
    }

    private static (List<(string Path, Part10Header Header)> Files, int Unreadable) Find(string[] paths)
    {
        var files = new List<(string, Part10Header)>();
        int unreadable = 0;
        foreach (string path in paths)
        {
            bool folder = Directory.Exists(path);
            if (!folder && !File.Exists(path))
            {
                throw new UserErrorException($"there is no file or folder {path}", ExitCodes.Usage);
            }

            string[] found = folder ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [path];
            foreach (string file in found)
            {
                try
                {
                    files.Add((file, Part10Header.Read(file)));
                }
                catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
                {
                    // Folders hold other things as well; a file that was named must be readable.
                    if (!folder)
                    {
                        Console.Error.WriteLine($"{file}: {e.Message}");
                        unreadable++;
                    }
                }
            }
        }

        return (files, unreadable);
    }
}
