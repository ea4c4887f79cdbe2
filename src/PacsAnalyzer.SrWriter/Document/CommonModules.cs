using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Modules that report and overlay have in common: patient, study, equipment, SOP common.</summary>
internal static class CommonModules
{
    private const int SoftwareLength = 64;

    internal static void Apply(ReportContext context, DicomDataset target)
    {
        SourceCopy.Apply(context.Source.First, target);
        var clock = new SourceClock(context.Source.First, context.Options.Now);
        string[] software = Software(context);
        target.AddOrUpdate(DicomTag.InstanceCreationDate, clock.Date);
        target.AddOrUpdate(DicomTag.InstanceCreationTime, clock.Time);
        target.AddOrUpdate(DicomTag.ContentDate, clock.Date);
        target.AddOrUpdate(DicomTag.ContentTime, clock.Time);
        target.AddOrUpdate(DicomTag.SeriesDate, clock.Date);
        target.AddOrUpdate(DicomTag.SeriesTime, clock.Time);
        target.AddOrUpdate(DicomTag.InstanceNumber, context.Options.InstanceNumber);
        target.AddOrUpdate(DicomTag.Manufacturer, Product.Manufacturer);
        target.AddOrUpdate(DicomTag.ManufacturerModelName, Product.Name);
        target.AddOrUpdate(DicomTag.DeviceSerialNumber, Serial(context.Options));
        target.AddOrUpdate(DicomTag.SoftwareVersions, software);
        target.AddOrUpdate(DicomTag.ContributingEquipmentSequence, new DicomDataset()
            .Add(DicomTag.PurposeOfReferenceCodeSequence, CodeSequences.Item(Codes.ProcessingEquipment, ReportLanguage.English))
            .Add(DicomTag.Manufacturer, Product.Manufacturer)
            .Add(DicomTag.ManufacturerModelName, Product.Name)
            .Add(DicomTag.StationName, context.Options.StationAeTitle)
            .Add(DicomTag.DeviceSerialNumber, Serial(context.Options))
            .Add(DicomTag.DeviceUID, context.Options.DeviceUid)
            .Add(DicomTag.SoftwareVersions, software)
            .Add(DicomTag.ContributionDateTime, new Content.DateTimeItem(Content.Relationship.None, Codes.ProcessingEquipment, clock.Local).Text)
            .Add(DicomTag.ContributionDescription, context.Result.Model is { } model ? $"Analysis by {model.Name} {model.Version}" : "Analysis"));
    }

    /// <summary>Name and version of the program, then of the model.</summary>
    internal static string[] Software(ReportContext context)
    {
        string program = context.Result.Software.Length == 0 ? Product.Name : context.Result.Software;
        string[] all = context.Result.Model is { } model ? [program, $"{model.Name} {model.Version}"] : [program];
        return [.. all.Select(s => s.Length > SoftwareLength ? s[..SoftwareLength] : s)];
    }

    private static string Serial(ReportOptions options) => options.DeviceSerialNumber ?? options.DeviceUid;
}
