using System.Text.Json.Serialization;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>What a remote AE is to the node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AeRole>))]
public enum AeRole
{
    /// <summary>Takes reports.</summary>
    [JsonStringEnumMemberName("pacs")]
    Pacs,

    /// <summary>Sends images, takes nothing.</summary>
    [JsonStringEnumMemberName("modality")]
    Modality,
}

/// <summary>One entry of <c>ae-titles.json</c>.</summary>
public sealed record RemoteAe
{
    /// <summary>Name in the configuration, unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>AE title, 1 to 16 characters.</summary>
    public string AeTitle { get; init; } = "";

    /// <summary>Host names, addresses or networks it may call from; the first is where it is called. <c>*</c>: anywhere.</summary>
    [JsonConverter(typeof(HostListConverter))]
    public IReadOnlyList<string> Host { get; init; } = [];

    /// <summary>Port it listens on.</summary>
    public int Port { get; init; }

    /// <summary>Role; by default pacs where <see cref="ResultsTo"/> is absent, else modality.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AeRole? Role { get; init; }

    /// <summary>Services it may use: <c>echo</c>, <c>store</c>.</summary>
    public IReadOnlyList<string> Allow { get; init; } = ["echo", "store"];

    /// <summary>Whether it is called over TLS.</summary>
    public bool Tls { get; init; }

    /// <summary>Objects it takes: <c>SR</c>, <c>SC</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Objects { get; init; }

    /// <summary>Names of the AEs that results of its studies go to; itself when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ResultsTo { get; init; }

    /// <summary>Quiet period of its series, instead of <c>Assembly:QuietPeriod</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? QuietPeriod { get; init; }

    /// <summary>The role in force.</summary>
    [JsonIgnore]
    public AeRole EffectiveRole => Role ?? (ResultsTo is null ? AeRole.Pacs : AeRole.Modality);

    /// <summary>Where to call it, null when it has no single address.</summary>
    [JsonIgnore]
    public string? CallHost => Host.FirstOrDefault(h => h != "*" && !h.Contains('/', StringComparison.Ordinal));

    /// <summary>Whether it takes an object of this kind (<c>SR</c> or <c>SC</c>).</summary>
    public bool Takes(string kind) => Objects is null || Objects.Contains(kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it may use a service.</summary>
    public bool May(string service) => Allow.Contains(service, StringComparer.OrdinalIgnoreCase);
}
