namespace PacsAnalyzer.Dicom.Network;

/// <summary>Hears what happens on the listener, for logs and metrics. Must be quick and must not throw; called from many connections at once.</summary>
public class DicomServerObserver
{
    /// <summary>A connection was taken.</summary>
    public virtual void Connected(long connectionId, RemotePeer peer)
    {
    }

    /// <summary>A connection was closed unheard because too many are open.</summary>
    public virtual void Refused(RemotePeer peer)
    {
    }

    /// <summary>TLS could not be set up.</summary>
    public virtual void TlsFailed(long connectionId, RemotePeer peer, string reason)
    {
    }

    /// <summary>An association was accepted.</summary>
    public virtual void Accepted(AssociationInfo association)
    {
    }

    /// <summary>An association was rejected. Titles are as the caller sent them: any characters.</summary>
    public virtual void Rejected(long connectionId, RemotePeer peer, AssociateRequest request, Rejection rejection)
    {
    }

    /// <summary>A request was answered.</summary>
    /// <param name="association">The association.</param>
    /// <param name="commandField">Command Field of the request (PS3.7 annex E.1).</param>
    /// <param name="bytes">Bytes of its data set.</param>
    /// <param name="status">What the peer was told.</param>
    /// <param name="failure">The exception behind a failure; null otherwise.</param>
    public virtual void Answered(AssociationInfo association, int commandField, long bytes, DicomStatus status, Exception? failure)
    {
    }

    /// <summary>A connection is over.</summary>
    public virtual void Closed(long connectionId, RemotePeer peer, ConnectionEnd end)
    {
    }

    /// <summary>An error inside the server or a handler that ended a connection.</summary>
    public virtual void Faulted(long connectionId, RemotePeer peer, Exception failure)
    {
    }
}
