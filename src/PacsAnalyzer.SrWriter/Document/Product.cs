namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Who makes the objects.</summary>
internal static class Product
{
    internal const string Manufacturer = "PacsAnalyzer";

    internal const string Name = "PacsAnalyzer";
}
