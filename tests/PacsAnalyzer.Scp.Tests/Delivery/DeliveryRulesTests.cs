using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Scp.Configuration.Options;
using PacsAnalyzer.Scp.Delivery;

namespace PacsAnalyzer.Scp.Tests.Delivery;

public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryOptions Options = new();

    private static DeliveryRecord Record(int attempts) => new()
    {
        Id = 1, ResultId = 1, StudyInstanceUid = "1.2", Destination = "pacs", State = DeliveryState.Sending, Attempts = attempts,
        NextAttemptAt = Start, StartedAt = Start, Proof = ProofState.Unproven, CreatedAt = Start,
    };

    private static DeliveryAttempt Next(SendResult result, int attempts, TimeSpan age, double random = 0) =>
        DeliveryRules.Next(new SendOutcome(result, true, 0xA700, "full"), Record(attempts), Options, Start + age, random);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(10, 600)]
    [InlineData(1000, 600)]
    public void Delays_double_up_to_the_maximum(int attempts, double seconds) =>
        RetryPolicy.Delay(attempts, Options, 0).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void Chance_shortens_a_delay_by_a_quarter_at_most() =>
        RetryPolicy.Delay(2, Options, 1).ShouldBe(TimeSpan.FromSeconds(3));

    [Fact]
    public void A_passing_failure_is_tried_again_after_the_delay()
    {
        DeliveryAttempt attempt = Next(SendResult.Transient, 3, TimeSpan.FromHours(1));

        attempt.Result.ShouldBe(AttemptResult.Retry);
        attempt.RetryAt.ShouldBe(Start + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(8));
        attempt.Comment.ShouldBe("full");
    }

    [Fact]
    public void A_refusal_that_will_not_change_ends_with_the_peers_words()
    {
        DeliveryAttempt attempt = Next(SendResult.Refused, 1, TimeSpan.Zero);

        attempt.Result.ShouldBe(AttemptResult.Refused);
        attempt.RetryAt.ShouldBeNull();
        attempt.Comment.ShouldBe("full");
    }

    [Fact]
    public void After_three_days_it_is_given_up()
    {
        Next(SendResult.Transient, 100, TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1)).Result.ShouldBe(AttemptResult.Retry);
        Next(SendResult.Transient, 100, TimeSpan.FromDays(3)).Result.ShouldBe(AttemptResult.GivenUp);
    }

    [Fact]
    public async Task A_destination_that_does_not_answer_is_left_alone_for_a_while()
    {
        var circuits = new DestinationCircuits(Options, TimeProvider.System);
        static ValueTask<SendOutcome> Dead(CancellationToken _) => new(new SendOutcome(SendResult.Transient, Reached: false, null, "refused"));

        await circuits.RunAsync("dead", Dead, CancellationToken.None);
        circuits.IsOpen("dead").ShouldBeFalse();
        await circuits.RunAsync("dead", Dead, CancellationToken.None);

        circuits.IsOpen("dead").ShouldBeTrue();
        circuits.IsOpen("alive").ShouldBeFalse();
    }
}
