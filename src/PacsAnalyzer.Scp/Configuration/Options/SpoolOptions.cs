using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>How durable a received file is before Success is answered.</summary>
public enum SpoolDurability
{
    /// <summary>File and folder are flushed to the disk: survives loss of power.</summary>
    Fsync,

    /// <summary>Left to the operating system's cache: survives a crash of the node only.</summary>
    Cache,
}

/// <summary>The write-ahead log of received instances.</summary>
public sealed class SpoolOptions
{
    /// <summary>Flushing before the answer.</summary>
    public SpoolDurability Durability { get; set; } = SpoolDurability.Fsync;

    /// <summary>Free bytes below which C-STORE is answered A700 (out of resources).</summary>
    [Range(0, long.MaxValue)]
    public long MinimumFreeBytes { get; set; } = 2147483648;

    /// <summary>How long received images are kept after their series is finished.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);
}
