namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>The private cluster cannot be made or started; the message says what to do.</summary>
public sealed class ClusterException : Exception
{
    /// <summary>Creates it.</summary>
    public ClusterException()
        : this("The private PostgreSQL cluster cannot be used.")
    {
    }

    /// <summary>Creates it with a message that says what to do.</summary>
    public ClusterException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and its cause.</summary>
    public ClusterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
