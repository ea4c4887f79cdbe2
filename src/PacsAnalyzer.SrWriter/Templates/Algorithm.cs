namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>What computed a number (TID 4019).</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Version">Its version.</param>
/// <param name="Manufacturer">Who made it.</param>
/// <param name="Parameters">Checksums and provider, one text each.</param>
internal sealed record Algorithm(string Name, string Version, string Manufacturer, IReadOnlyList<string> Parameters);
