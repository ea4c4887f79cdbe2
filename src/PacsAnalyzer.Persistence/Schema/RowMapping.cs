using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Rows to the records that leave this assembly.</summary>
internal static class RowMapping
{
    public static PatientIdentity Patient(this StudyRow s) => new(s.PatientId, s.IssuerOfPatientId, s.PatientName, s.PatientBirthDate, s.PatientSex);

    public static StudyRecord ToRecord(this StudyRow s, int seriesCount, int instanceCount) => new(
        s.StudyInstanceUid,
        s.Patient(),
        new StudyDescription
        {
            AccessionNumber = s.AccessionNumber,
            StudyId = s.StudyId,
            StudyDate = s.StudyDate,
            StudyTime = s.StudyTime,
            Text = s.StudyDescription,
        },
        s.HoldCode,
        s.HoldText,
        s.FirstReceivedAt,
        s.LastReceivedAt,
        seriesCount,
        instanceCount);

    public static SeriesRecord ToRecord(this SeriesRow s) => new()
    {
        Id = s.Id,
        StudyInstanceUid = s.StudyInstanceUid,
        SeriesInstanceUid = s.SeriesInstanceUid,
        Description = new SeriesDescription
        {
            Modality = s.Modality,
            BodyPart = s.BodyPart,
            SeriesNumber = s.SeriesNumber,
            Text = s.SeriesDescription,
        },
        CallingAeTitle = s.CallingAeTitle,
        CalledAeTitle = s.CalledAeTitle,
        RemoteAddress = s.RemoteAddress,
        State = s.State,
        InstanceCount = s.InstanceCount,
        Revision = s.Revision,
        QuietUntil = s.QuietUntil,
        MaxWaitUntil = s.MaxWaitUntil,
        RuleId = s.RuleId,
        Explanation = s.Explanation,
        Pipeline = s.Pipeline,
        LastError = s.LastError,
        FirstReceivedAt = s.FirstReceivedAt,
        LastReceivedAt = s.LastReceivedAt,
    };

    public static InstanceRecord ToRecord(this InstanceRow i, SeriesRow s) => new(
        i.SopInstanceUid,
        i.SopClassUid,
        i.SeriesId,
        s.StudyInstanceUid,
        s.SeriesInstanceUid,
        i.TransferSyntaxUid,
        i.ContentHash,
        i.FilePath,
        i.ByteLength,
        i.Revision,
        i.ReceivedAt,
        i.CallingAeTitle,
        i.RemoteAddress,
        i.Header,
        i.RemovedAt);

    public static ConflictRecord ToRecord(this ConflictRow c) => new(
        c.Id, c.SopInstanceUid, c.ContentHash, c.FilePath, c.ReceivedAt, c.CallingAeTitle, c.RemoteAddress, c.DemographicsDiffer);

    public static LedgerEntry ToRecord(this LedgerRow l) => new(
        l.SopInstanceUid,
        l.StudyInstanceUid,
        l.SeriesInstanceUid,
        l.State,
        l.RuleId,
        l.Reason,
        l.CallingAeTitle,
        l.CalledAeTitle,
        l.RemoteAddress,
        l.ReceivedAt,
        l.DecidedAt,
        l.RemovedAt);

    public static JobRecord ToRecord(this JobRow j, long? resultId) => new()
    {
        Id = j.Id,
        Key = j.JobKey,
        SeriesId = j.SeriesId,
        StudyInstanceUid = j.StudyInstanceUid,
        SeriesInstanceUid = j.SeriesInstanceUid,
        ContentHash = j.ContentHash,
        Revision = j.Revision,
        Pipeline = j.Pipeline,
        ModelVersion = j.ModelVersion,
        State = j.State,
        Attempts = j.Attempts,
        Crashes = j.Crashes,
        LeaseOwner = j.LeaseOwner,
        LeaseUntil = j.LeaseUntil,
        HeartbeatAt = j.HeartbeatAt,
        NextAttemptAt = j.NextAttemptAt,
        LastError = j.LastError,
        CreatedAt = j.CreatedAt,
        FinishedAt = j.FinishedAt,
        ResultId = resultId,
    };

    public static ResultRecord ToRecord(this ResultRow r) => new(
        r.Id,
        r.JobId,
        r.SeriesId,
        r.StudyInstanceUid,
        r.SeriesInstanceUid,
        r.Pipeline,
        r.ModelVersion,
        r.Status,
        r.ReasonCode,
        r.ConfigurationHash,
        r.CreatedAt,
        r.SupersededBy);

    public static MeasurementRecord ToRecord(this MeasurementRow m) => new(m.Code, m.Value, m.Unit, m.Side, m.Level, m.Normality, m.Reason)
    {
        RangeLow = m.RangeLow,
        RangeHigh = m.RangeHigh,
    };

    public static ReportObjectRecord ToRecord(this ReportObjectRow o) => new(
        o.Id,
        o.ResultId,
        o.SopInstanceUid,
        o.SopClassUid,
        o.Kind,
        o.FilePath,
        o.Sha256,
        o.ByteLength,
        o.PredecessorSopInstanceUid,
        o.CreatedAt);

    public static DeliveryRecord ToRecord(this DeliveryRow d) => new()
    {
        Id = d.Id,
        ResultId = d.ResultId,
        StudyInstanceUid = d.StudyInstanceUid,
        Destination = d.Destination,
        State = d.State,
        Attempts = d.Attempts,
        NextAttemptAt = d.NextAttemptAt,
        StartedAt = d.StartedAt,
        LastStatus = d.LastStatus,
        LastComment = d.LastComment,
        Proof = d.Proof,
        HoldReason = d.HoldReason,
        FallbackOf = d.FallbackOf,
        CreatedAt = d.CreatedAt,
        FinishedAt = d.FinishedAt,
    };
}
