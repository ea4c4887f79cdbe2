namespace PacsAnalyzer.Persistence;

/// <summary>The database cannot be reached, is starting, stopping, full or overloaded: the same call can succeed later.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Creates it.</summary>
    public DatabaseUnavailableException()
        : this("The database is not available.")
    {
    }

    /// <summary>Creates it with a message.</summary>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and its cause.</summary>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
