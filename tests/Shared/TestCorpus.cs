namespace PacsAnalyzer.Tests;

/// <summary>The folder of test data that is not part of the project: PACS_TEST_CORPUS, else ../shared/data beside the
/// checkout. Where there is none, a test skips, or fails where PACS_TEST_CORPUS_REQUIRED is 1.</summary>
internal static class TestCorpus
{
    /// <summary>A file or folder of the corpus.</summary>
    /// <param name="parts">Its path below the corpus.</param>
    public static string Path(params string[] parts)
    {
        string root = Root();
        string path = System.IO.Path.Combine([root, .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Missing($"The test corpus at {root} has no {string.Join('/', parts)}.");
        }

        return path;
    }

    private static string Root()
    {
        string? stated = Environment.GetEnvironmentVariable("PACS_TEST_CORPUS");
        string root = string.IsNullOrEmpty(stated)
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared", "data"))
            : stated;
        if (!Directory.Exists(root))
        {
            Missing($"There is no test corpus at {root}: set PACS_TEST_CORPUS.");
        }

        return root;
    }

    private static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("PACS_TEST_CORPUS_REQUIRED") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
