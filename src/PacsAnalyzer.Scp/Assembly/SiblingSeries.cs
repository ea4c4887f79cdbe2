using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Assembly;

/// <summary>Another series of the study that may show the same acquisition.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="QuietUntil">End of its quiet period.</param>
/// <param name="Headers">Its instances.</param>
internal sealed record SiblingSeries(SeriesState State, DateTimeOffset QuietUntil, IReadOnlyList<InstanceHeader> Headers);
