using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>One circuit breaker a destination: when a PACS does not answer, its other deliveries wait with it instead of knocking in turn.</summary>
internal sealed class DestinationCircuits(DeliveryOptions options, TimeProvider time)
{
    private const int FailuresToOpen = 2;
    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the destination is left alone for now.</summary>
    public bool IsOpen(string destination) => Of(destination).State.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Runs one attempt through the circuit.</summary>
    /// <exception cref="BrokenCircuitException">The circuit is open.</exception>
    public ValueTask<SendOutcome> RunAsync(string destination, Func<CancellationToken, ValueTask<SendOutcome>> attempt, CancellationToken cancellationToken) =>
        Of(destination).Pipeline.ExecuteAsync(attempt, cancellationToken);

    private Circuit Of(string destination) => circuits.GetOrAdd(destination, _ => Create());

    private Circuit Create()
    {
        var state = new CircuitBreakerStateProvider();
        ResiliencePipeline<SendOutcome> pipeline = new ResiliencePipelineBuilder<SendOutcome> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SendOutcome>
            {
                ShouldHandle = new PredicateBuilder<SendOutcome>().HandleResult(o => !o.Reached),
                FailureRatio = 1,
                MinimumThroughput = FailuresToOpen,
                SamplingDuration = options.MaximumDelay,
                BreakDuration = TimeSpan.FromMilliseconds(Math.Max(500, options.InitialDelay.TotalMilliseconds)),
                StateProvider = state,
            })
            .Build();
        return new Circuit(pipeline, state);
    }

    private sealed record Circuit(ResiliencePipeline<SendOutcome> Pipeline, CircuitBreakerStateProvider State);
}
