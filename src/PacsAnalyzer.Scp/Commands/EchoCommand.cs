using System.CommandLine;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>echo</c>: C-ECHO with a diagnosis.</summary>
internal static class EchoCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var target = new Argument<string>("AET@HOST:PORT|NAME") { Description = "Address, or a name of ae-titles.json." };
        var calling = new Option<string?>("--calling") { HelpName = "AET", Description = "Calling AE title (default: the node's own)." };
        var command = new Command("echo", "Sends C-ECHO and says what is wrong where it fails. Exit 3 when the peer refuses, 1 when it cannot be reached.") { target, calling, Verb.Config };
        command.Handle(async (parse, token) =>
        {
            NodeConfiguration configuration = Verb.LoadConfiguration(parse);
            DicomAssociationOptions options = Options(parse.GetValue(target)!, parse.GetValue(calling), configuration);
            EchoDiagnosis diagnosis = await DicomEcho.DiagnoseAsync(options, token);
            if (diagnosis.IsSuccess)
            {
                Console.WriteLine($"{options}: {diagnosis.Text} ({diagnosis.Elapsed.TotalMilliseconds:0} ms)");
                return ExitCodes.Success;
            }

            await Console.Error.WriteLineAsync($"{options}: {diagnosis.Text}. {diagnosis.Advice}");
            return diagnosis.Failure is null or NetworkFailure.Rejected or NetworkFailure.NoUsableContext ? ExitCodes.Refused : ExitCodes.Failed;
        });
        return command;
    }

    private static DicomAssociationOptions Options(string target, string? calling, NodeConfiguration configuration)
    {
        bool tls = false;
        if (!PeerAddress.TryParse(target, out PeerAddress? peer))
        {
            RemoteAe ae = AeTitleFile.Read(configuration.Paths.AeTitles).ByName(target)
                ?? throw new UserErrorException($"\"{target}\" is neither AET@HOST:PORT nor a name of ae-titles.json; pacs-analyzer ae list shows the names", ExitCodes.Usage);
            peer = new PeerAddress(ae.AeTitle, ae.CallHost ?? throw new UserErrorException($"{ae.Name} has no single host to call", ExitCodes.Usage), ae.Port);
            tls = ae.Tls;
        }

        return new DicomAssociationOptions
        {
            Host = peer!.Host,
            Port = peer.Port,
            CalledAeTitle = peer.AeTitle,
            CallingAeTitle = calling ?? configuration.Options.Node.AeTitle,
            Tls = tls ? Associations.TlsSetup.Caller(configuration.Options.Tls) : null,
        };
    }
}
