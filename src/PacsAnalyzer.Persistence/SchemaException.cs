namespace PacsAnalyzer.Persistence;

/// <summary>The database cannot be used by this program; waiting does not help.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Creates it.</summary>
    public SchemaException()
        : this("The database cannot be used by this program.")
    {
    }

    /// <summary>Creates it with a message that says what to do.</summary>
    public SchemaException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and its cause.</summary>
    public SchemaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
