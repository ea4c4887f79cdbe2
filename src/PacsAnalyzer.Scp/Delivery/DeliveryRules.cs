using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>From the outcome of an attempt to what is recorded; pure.</summary>
internal static class DeliveryRules
{
    /// <summary>Decides whether a delivery is done, tried again, refused or given up.</summary>
    /// <param name="outcome">What happened.</param>
    /// <param name="delivery">The delivery before this attempt is recorded; the lease has counted it.</param>
    /// <param name="options">Delays and age limit.</param>
    /// <param name="now">The time.</param>
    /// <param name="random">0..1, for the jitter.</param>
    public static DeliveryAttempt Next(SendOutcome outcome, DeliveryRecord delivery, DeliveryOptions options, DateTimeOffset now, double random)
    {
        if (outcome.Result == SendResult.Accepted)
        {
            return new DeliveryAttempt { Result = AttemptResult.Accepted, Status = outcome.Status, Comment = outcome.Comment };
        }

        if (outcome.Result == SendResult.Refused)
        {
            return new DeliveryAttempt { Result = AttemptResult.Refused, Status = outcome.Status, Comment = outcome.Comment };
        }

        bool old = now - delivery.StartedAt >= options.GiveUpAfter;
        return new DeliveryAttempt
        {
            Result = old ? AttemptResult.GivenUp : AttemptResult.Retry,
            Status = outcome.Status,
            Comment = outcome.Comment,
            RetryAt = old ? null : now + RetryPolicy.Delay(delivery.Attempts, options, random),
        };
    }
}
