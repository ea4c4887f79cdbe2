using System.Collections.Immutable;
using System.Net;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>An immutable reading of <c>ae-titles.json</c>.</summary>
public sealed class AeTitleBook
{
    /// <summary>No remote AEs.</summary>
    public static AeTitleBook Empty { get; } = new([]);

    /// <summary>Creates a book of valid entries.</summary>
    public AeTitleBook(IEnumerable<RemoteAe> entries) => Entries = [.. entries];

    /// <summary>Entries in the order of the file.</summary>
    public ImmutableArray<RemoteAe> Entries { get; }

    /// <summary>The entry of a name, or null.</summary>
    public RemoteAe? ByName(string name) => Entries.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The entry that a caller with this title and address is, or null.</summary>
    /// <param name="callingAeTitle">Calling AE title, trimmed.</param>
    /// <param name="address">Address the connection comes from.</param>
    /// <param name="resolve">Resolves a host name to addresses.</param>
    public RemoteAe? Caller(string callingAeTitle, IPAddress address, Func<string, IReadOnlyList<IPAddress>> resolve) =>
        Entries.FirstOrDefault(e => e.AeTitle == callingAeTitle && e.Host.Any(h => HostMatch.Matches(h, address, resolve)));

    /// <summary>The entry that sent something earlier: by title and address, else by title alone (its address may have been edited since).</summary>
    /// <param name="callingAeTitle">Calling AE title.</param>
    /// <param name="address">Address it came from, as text.</param>
    /// <param name="resolve">Resolves a host name to addresses.</param>
    public RemoteAe? Sender(string callingAeTitle, string address, Func<string, IReadOnlyList<IPAddress>> resolve) =>
        (IPAddress.TryParse(address, out IPAddress? from) ? Caller(callingAeTitle, from, resolve) : null)
        ?? Entries.FirstOrDefault(e => e.AeTitle == callingAeTitle);

    /// <summary>Whether any entry has this title, whatever its address.</summary>
    public bool KnowsTitle(string callingAeTitle) => Entries.Any(e => e.AeTitle == callingAeTitle);

    /// <summary>Where results of studies sent by <paramref name="sender"/> go.</summary>
    public IReadOnlyList<RemoteAe> Destinations(RemoteAe sender) =>
        sender.ResultsTo is null ? [sender] : [.. sender.ResultsTo.Select(ByName).OfType<RemoteAe>()];
}
