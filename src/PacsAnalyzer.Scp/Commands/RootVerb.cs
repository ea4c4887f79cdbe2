using System.CommandLine;

namespace PacsAnalyzer.Scp.Commands;

/// <summary>The program's verbs.</summary>
internal static class RootVerb
{
    /// <summary>The root command with every verb.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("PacsAnalyzer: a DICOM node that measures hips after replacement and vertebral bone density on its own, and sends the report back. Research use only.")
        {
            ConfigCommand.Create(),
            AeCommand.Create(),
            ServeCommand.Create(),
            EchoCommand.Create(),
            LedgerCommand.Create(),
            EvaluateCommand.Create(),
            SendCommand.Create(),
            AnalyzeCommand.Create(),
            DemoCommand.Create(),
            DoctorCommand.Create(),
        };
        root.Options.Add(Verb.Verbose);
        return root;
    }
}
