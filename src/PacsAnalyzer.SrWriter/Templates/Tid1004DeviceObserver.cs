using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1004, Device Observer Identifying Attributes.</summary>
internal static class Tid1004DeviceObserver
{
    internal static IEnumerable<ContentItem?> Build(DeviceObserver device) =>
    [
        new UidRefItem(Relationship.HasObsContext, Codes.DeviceObserverUid, device.Uid),
        new TextItem(Relationship.HasObsContext, Codes.DeviceObserverName, device.Name),
        new TextItem(Relationship.HasObsContext, Codes.DeviceObserverManufacturer, device.Manufacturer),
        new TextItem(Relationship.HasObsContext, Codes.DeviceObserverModel, device.Model),
        TextItem.Optional(Relationship.HasObsContext, Codes.DeviceObserverSerial, device.SerialNumber),
        TextItem.Optional(Relationship.HasObsContext, Codes.DeviceObserverLocation, device.Location),
        new TextItem(Relationship.HasObsContext, Codes.StationAeTitle, device.StationAeTitle),
    ];
}
