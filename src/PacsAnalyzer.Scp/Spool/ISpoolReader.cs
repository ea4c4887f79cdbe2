namespace PacsAnalyzer.Scp.Spool;

/// <summary>Reads a file of the spool back after a restart.</summary>
internal interface ISpoolReader
{
    /// <summary>What the file holds, its provenance included; null when it cannot be read (told in the log, the file stays).</summary>
    SpooledInstance? Read(string path);
}
