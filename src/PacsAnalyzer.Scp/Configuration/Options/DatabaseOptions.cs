namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>PostgreSQL.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Npgsql connection string; empty runs a private cluster under <c>DataDirectory/postgres</c>.</summary>
    [Secret]
    public string ConnectionString { get; set; } = "";
}
