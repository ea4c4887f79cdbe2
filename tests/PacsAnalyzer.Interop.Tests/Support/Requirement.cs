namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>What the tests need of the machine: a missing program skips a test, or fails it where PACS_TEST_CORPUS_REQUIRED is 1.</summary>
internal static class Requirement
{
    /// <summary>The path of a program on PATH.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="package">The Debian package that holds it.</param>
    public static string Program(string program, string package)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            string path = Path.Combine(folder, program);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return Missing($"{program} is not installed (Debian: apt-get install {package}).");
    }

    /// <summary>PostgreSQL's server programs.</summary>
    public static void Postgres()
    {
        bool debian = Directory.Exists("/usr/lib/postgresql")
            && Directory.EnumerateDirectories("/usr/lib/postgresql").Any(d => File.Exists(Path.Combine(d, "bin", "initdb")));
        if (!debian)
        {
            Program("initdb", "postgresql");
        }
    }

    private static string Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("PACS_TEST_CORPUS_REQUIRED") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        return "";
    }
}
