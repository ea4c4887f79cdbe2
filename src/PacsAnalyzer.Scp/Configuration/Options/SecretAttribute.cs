namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Marks a value that is never shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
