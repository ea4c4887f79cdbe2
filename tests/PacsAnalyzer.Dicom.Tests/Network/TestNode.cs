using System.Net;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>A listener on a free port of loopback with a recording handler.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    public TestNode(Func<DicomServerOptions, DicomServerOptions>? adjust = null)
    {
        var options = new DicomServerOptions { Address = IPAddress.Loopback, Port = 0, Observer = Observer };
        Server = new DicomServer(adjust?.Invoke(options) ?? options, _ => Handler);
        Server.Start();
    }

    public RecordingHandler Handler { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public DicomServer Server { get; }

    public IPEndPoint EndPoint => Server.LocalEndPoint;

    public DicomAssociationOptions ClientOptions => new()
    {
        Host = "127.0.0.1",
        Port = EndPoint.Port,
        CalledAeTitle = "NODE",
        CallingAeTitle = "CALLER",
    };

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Observer.Faults.ShouldBeEmpty();
    }
}
