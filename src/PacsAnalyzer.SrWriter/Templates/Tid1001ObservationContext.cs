using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1001, Observation Context, with TID 1002, Observer Context, of a device.</summary>
internal static class Tid1001ObservationContext
{
    internal static IEnumerable<ContentItem?> Build(DeviceObserver device) =>
        [new CodeItem(Relationship.HasObsContext, Codes.ObserverType, Codes.Device), .. Tid1004DeviceObserver.Build(device)];
}
