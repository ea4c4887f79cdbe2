namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>SQL files of the migrations, embedded into the assembly.</summary>
internal static class MigrationScripts
{
    public static string Read(string name)
    {
        using Stream stream = typeof(MigrationScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration script {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
