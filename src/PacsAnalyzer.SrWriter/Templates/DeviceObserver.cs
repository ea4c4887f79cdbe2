namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>The program as an observer (TID 1004).</summary>
/// <param name="Uid">UID of the device.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Manufacturer">Who made it.</param>
/// <param name="Model">Model name with the version of the program.</param>
/// <param name="SerialNumber">Serial number, or null.</param>
/// <param name="Location">Physical place, or null.</param>
/// <param name="StationAeTitle">AE title.</param>
internal sealed record DeviceObserver(
    string Uid, string Name, string Manufacturer, string Model, string? SerialNumber, string? Location, string StationAeTitle);
