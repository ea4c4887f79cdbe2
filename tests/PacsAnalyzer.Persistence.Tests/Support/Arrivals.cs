using PacsAnalyzer.Persistence.Instances;

namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>Made-up arrivals.</summary>
internal static class Arrivals
{
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60), MaximumWait = TimeSpan.FromMinutes(30);

    public static readonly PatientIdentity Anna = new("P-1", "HOSP", "Muster^Anna", "19500101", "F"), Bert = new("P-2", "HOSP", "Muster^Bert", "19600202", "M");

    /// <summary>Instance <paramref name="number"/> of a series: UIDs <c>study</c>, <c>study.series</c>, <c>study.series.number</c>.</summary>
    public static InstanceArrival One(TimeProvider time, string study, int series, int number, string bytes = "a", PatientIdentity? patient = null) => new()
    {
        SopInstanceUid = $"{study}.{series}.{number}",
        SopClassUid = "1.2.840.10008.5.1.4.1.1.2",
        StudyInstanceUid = study,
        SeriesInstanceUid = $"{study}.{series}",
        TransferSyntaxUid = "1.2.840.10008.1.2.1",
        ContentHash = $"{bytes}{number}",
        FilePath = $"{study}/{series}/{number}.{bytes}.dcm",
        ByteLength = 1000,
        ReceivedAt = time.GetUtcNow(),
        CallingAeTitle = "CT_SCANNER",
        CalledAeTitle = "PACSANALYZER",
        RemoteAddress = "10.0.0.7",
        Patient = patient ?? Anna,
        Study = new StudyDescription { AccessionNumber = "ACC1", StudyDate = "20260301", Text = "Spine" },
        Series = new SeriesDescription { Modality = "CT", BodyPart = "LSPINE", SeriesNumber = "3", Text = "soft" },
        HeaderJson = $$"""{"n":{{number}}}""",
        QuietPeriod = Quiet,
        MaximumWait = MaximumWait,
    };

    public static InstanceArrival[] Many(TimeProvider time, string study, int series, int count, int first = 1) =>
        [.. Enumerable.Range(first, count).Select(i => One(time, study, series, i))];
}
