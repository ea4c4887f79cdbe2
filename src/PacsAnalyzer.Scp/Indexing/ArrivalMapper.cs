using System.Globalization;
using System.Text.Json;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Associations;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Indexing;

/// <summary>Turns a spooled file into what the index stores.</summary>
internal sealed class ArrivalMapper(NodeConfiguration configuration, AeTitleStore titles, HostResolver resolver, SpoolFolder spool)
{
    /// <summary>The arrival of an instance, with the quiet period of its sender.</summary>
    public InstanceArrival Map(SpooledInstance instance)
    {
        InstanceHeader h = instance.Header;
        TimeSpan quiet = titles.Current.Sender(instance.CallingAeTitle, instance.RemoteAddress, resolver.Resolve)?.QuietPeriod
            ?? configuration.Options.Assembly.QuietPeriod;
        return new InstanceArrival
        {
            SopInstanceUid = h.SopInstanceUid,
            SopClassUid = h.SopClassUid,
            StudyInstanceUid = h.StudyInstanceUid,
            SeriesInstanceUid = h.SeriesInstanceUid,
            TransferSyntaxUid = h.TransferSyntaxUid,
            ContentHash = instance.ContentHash,
            FilePath = spool.Relative(instance.Path),
            ByteLength = instance.ByteLength,
            ReceivedAt = instance.ReceivedAt,
            CallingAeTitle = instance.CallingAeTitle,
            CalledAeTitle = instance.CalledAeTitle,
            RemoteAddress = instance.RemoteAddress,
            Patient = new PatientIdentity(Null(h.PatientId), Null(h.IssuerOfPatientId), Null(h.PatientName), Null(h.PatientBirthDate), Null(h.PatientSex)),
            Study = new StudyDescription
            {
                AccessionNumber = Null(h.AccessionNumber),
                StudyDate = Null(h.StudyDate),
                StudyTime = Null(h.StudyTime),
                Text = Null(h.StudyDescription),
            },
            Series = new SeriesDescription
            {
                Modality = Null(h.Modality),
                BodyPart = Null(h.BodyPartExamined),
                SeriesNumber = h.SeriesNumber?.ToString(CultureInfo.InvariantCulture),
                Text = Null(h.SeriesDescription),
            },
            HeaderJson = JsonSerializer.Serialize(h),
            QuietPeriod = quiet,
            MaximumWait = configuration.Options.Assembly.MaximumWait,
        };
    }

    /// <summary>The header that <see cref="Map"/> stored.</summary>
    public static InstanceHeader Header(InstanceRecord record) =>
        JsonSerializer.Deserialize<InstanceHeader>(record.HeaderJson ?? throw new InvalidOperationException($"Instance {record.SopInstanceUid} was indexed without its header."))!;

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
