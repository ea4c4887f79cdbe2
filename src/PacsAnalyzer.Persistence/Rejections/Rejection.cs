namespace PacsAnalyzer.Persistence.Rejections;

/// <summary>A caller that was not let in.</summary>
/// <param name="CallingAeTitle">Title that the caller gave, as it was sent.</param>
/// <param name="CalledAeTitle">Title that it called.</param>
/// <param name="RemoteAddress">Where it came from, without the port.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="At">When.</param>
public sealed record Rejection(string CallingAeTitle, string CalledAeTitle, string RemoteAddress, string Reason, DateTimeOffset At);
