using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>What follows a failed attempt; pure.</summary>
internal static class RetryPolicy
{
    /// <summary>Share of the delay that is left to chance, so that many nodes do not knock at once.</summary>
    public const double Jitter = 0.25;

    /// <summary>Exponential delay after an attempt: initial x 2^(attempts - 1), at most the maximum, less up to a quarter.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    /// <param name="options">Delays.</param>
    /// <param name="random">0..1.</param>
    public static TimeSpan Delay(int attempts, DeliveryOptions options, double random)
    {
        double factor = Math.Pow(2, Math.Min(Math.Max(attempts, 1) - 1, 30));
        double full = Math.Min(options.InitialDelay.TotalMilliseconds * factor, options.MaximumDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (1 - (Jitter * random)));
    }

    /// <summary>Whether a status may change by itself: out of resources and processing failures do, a class that is not supported or a caller
    /// that is not authorised does not (PS3.7 annex C).</summary>
    public static bool MayChange(DicomStatus status) => status.IsTransient;
}
