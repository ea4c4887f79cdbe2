namespace PacsAnalyzer.Inference;

/// <summary>A file that a manifest names.</summary>
public sealed record ModelFile
{
    /// <summary>Name inside the model's folder, without a path.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Bytes { get; init; }
}
