namespace PacsAnalyzer.Scp.Configuration;

/// <summary>An effective value and where it came from, for <c>config show</c>.</summary>
/// <param name="Path">Path such as <c>Node:DicomPort</c>.</param>
/// <param name="Value">Text of the value; secrets masked.</param>
/// <param name="Origin"><c>default</c>, a file or an environment variable.</param>
public sealed record ConfigurationValue(string Path, string Value, string Origin);
