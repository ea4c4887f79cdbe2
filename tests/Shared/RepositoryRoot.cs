namespace PacsAnalyzer.Tests;

/// <summary>The root of the checkout that the tests were built in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(d.FullName, "PacsAnalyzer.sln")))
            {
                return d.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie in a checkout: no PacsAnalyzer.sln above " + AppContext.BaseDirectory);
    }
}
