namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>A folder that goes with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"pacs-{System.IO.Path.GetRandomFileName()[..8]}");

    public void Dispose() => Directory.Delete(Path, true);
}
