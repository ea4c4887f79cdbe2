using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Instances;

/// <summary>Statements of indexing that insert many rows at once, or only where there is none yet.</summary>
internal static class ReceivedSql
{
    public static Task InsertStudyAsync(NodeDbContext db, InstanceArrival a, CancellationToken cancellationToken)
    {
        DateTimeOffset received = a.ReceivedAt.ToUniversalTime();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO studies (study_instance_uid, patient_id, issuer_of_patient_id, patient_name, patient_birth_date, patient_sex,
                accession_number, study_id, study_date, study_time, study_description, first_received_at, last_received_at)
            VALUES ({a.StudyInstanceUid}, {PlainText.CleanOrNull(a.Patient.PatientId)}, {PlainText.CleanOrNull(a.Patient.IssuerOfPatientId)},
                {PlainText.CleanOrNull(a.Patient.PatientName)}, {PlainText.CleanOrNull(a.Patient.BirthDate)}, {PlainText.CleanOrNull(a.Patient.Sex)},
                {PlainText.CleanOrNull(a.Study.AccessionNumber)}, {PlainText.CleanOrNull(a.Study.StudyId)}, {PlainText.CleanOrNull(a.Study.StudyDate)},
                {PlainText.CleanOrNull(a.Study.StudyTime)}, {PlainText.CleanOrNull(a.Study.Text)}, {received}, {received})
            ON CONFLICT (study_instance_uid) DO NOTHING
            """,
            cancellationToken);
    }

    public static Task InsertSeriesAsync(NodeDbContext db, InstanceArrival a, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset received = a.ReceivedAt.ToUniversalTime();
        DateTimeOffset quiet = now + a.QuietPeriod, longest = now + a.MaximumWait;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO series (study_instance_uid, series_instance_uid, modality, body_part, series_number, series_description,
                calling_ae_title, called_ae_title, remote_address, state, instance_count, revision, quiet_until, max_wait_until, due_at,
                attempts, claim_token, decided_revision, first_received_at, last_received_at)
            VALUES ({a.StudyInstanceUid}, {a.SeriesInstanceUid}, {PlainText.CleanOrNull(a.Series.Modality)}, {PlainText.CleanOrNull(a.Series.BodyPart)},
                {PlainText.CleanOrNull(a.Series.SeriesNumber)}, {PlainText.CleanOrNull(a.Series.Text)}, {PlainText.Clean(a.CallingAeTitle, 64)},
                {PlainText.Clean(a.CalledAeTitle, 64)}, {PlainText.Clean(a.RemoteAddress, 64)}, 'Receiving', 0, 0, {quiet}, {longest},
                LEAST({quiet}, {longest}), 0, 0, 0, {received}, {received})
            ON CONFLICT (study_instance_uid, series_instance_uid) DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>Returns the SOP Instance UIDs that were inserted now.</summary>
    public static async Task<HashSet<string>> InsertInstancesAsync(
        NodeDbContext db, InstanceArrival[] a, long[] seriesIds, int[] revisions, CancellationToken cancellationToken)
    {
        string[] uids = [.. a.Select(x => x.SopInstanceUid)];
        string[] classes = [.. a.Select(x => PlainText.Clean(x.SopClassUid, PlainText.Uid))];
        string[] syntaxes = [.. a.Select(x => PlainText.Clean(x.TransferSyntaxUid, PlainText.Uid))];
        string[] hashes = [.. a.Select(x => PlainText.Clean(x.ContentHash, 128))];
        string[] paths = [.. a.Select(x => PlainText.Clean(x.FilePath))];
        long[] lengths = [.. a.Select(x => x.ByteLength)];
        DateTimeOffset[] times = [.. a.Select(x => x.ReceivedAt.ToUniversalTime())];
        string[] callers = [.. a.Select(x => PlainText.Clean(x.CallingAeTitle, 64))];
        string[] addresses = [.. a.Select(x => PlainText.Clean(x.RemoteAddress, 64))];
        string?[] headers = [.. a.Select(x => x.HeaderJson is null ? null : PlainText.Json(x.HeaderJson))];
        return [.. await db.Database.SqlQuery<string>(
            $"""
            INSERT INTO instances (sop_instance_uid, sop_class_uid, series_id, transfer_syntax_uid, content_hash, file_path, byte_length,
                revision, received_at, calling_ae_title, remote_address, header)
            SELECT x.uid, x.class, x.series, x.syntax, x.hash, x.path, x.length, x.revision, x.received, x.caller, x.address, x.header::jsonb
            FROM unnest({uids}, {classes}, {seriesIds}, {syntaxes}, {hashes}, {paths}, {lengths}, {revisions}, {times}, {callers}, {addresses}, {headers})
                AS x(uid, class, series, syntax, hash, path, length, revision, received, caller, address, header)
            ON CONFLICT (sop_instance_uid) DO NOTHING
            RETURNING sop_instance_uid AS "Value"
            """).ToListAsync(cancellationToken)];
    }

    /// <summary>Opens the account of new instances; one that was purged, or could not be indexed before, waits again.</summary>
    public static Task InsertLedgerAsync(NodeDbContext db, InstanceArrival[] a, CancellationToken cancellationToken)
    {
        string[] uids = [.. a.Select(x => x.SopInstanceUid)];
        string[] studies = [.. a.Select(x => x.StudyInstanceUid)];
        string[] series = [.. a.Select(x => x.SeriesInstanceUid)];
        string[] callers = [.. a.Select(x => PlainText.Clean(x.CallingAeTitle, 64))];
        string[] called = [.. a.Select(x => PlainText.Clean(x.CalledAeTitle, 64))];
        string[] addresses = [.. a.Select(x => PlainText.Clean(x.RemoteAddress, 64))];
        DateTimeOffset[] times = [.. a.Select(x => x.ReceivedAt.ToUniversalTime())];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ledger (sop_instance_uid, study_instance_uid, series_instance_uid, state, calling_ae_title, called_ae_title, remote_address, received_at)
            SELECT x.uid, x.study, x.series, 'Waiting', x.caller, x.called, x.address, x.received
            FROM unnest({uids}, {studies}, {series}, {callers}, {called}, {addresses}, {times}) AS x(uid, study, series, caller, called, address, received)
            ON CONFLICT (sop_instance_uid) DO UPDATE SET study_instance_uid = excluded.study_instance_uid,
                series_instance_uid = excluded.series_instance_uid, state = 'Waiting', rule_id = NULL, reason = NULL, decided_at = NULL,
                removed_at = NULL, unindexed_path = NULL
            """,
            cancellationToken);
    }

    /// <summary>True when the conflict was not recorded before.</summary>
    public static async Task<bool> InsertConflictAsync(NodeDbContext db, InstanceArrival a, bool demographicsDiffer, CancellationToken cancellationToken)
    {
        DateTimeOffset received = a.ReceivedAt.ToUniversalTime();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO instance_conflicts (sop_instance_uid, content_hash, file_path, byte_length, received_at, calling_ae_title, remote_address, demographics_differ)
            VALUES ({a.SopInstanceUid}, {PlainText.Clean(a.ContentHash, 128)}, {PlainText.Clean(a.FilePath)}, {a.ByteLength}, {received},
                {PlainText.Clean(a.CallingAeTitle, 64)}, {PlainText.Clean(a.RemoteAddress, 64)}, {demographicsDiffer})
            ON CONFLICT (sop_instance_uid, content_hash) DO NOTHING
            """,
            cancellationToken) > 0;
    }

    /// <summary>The same bytes of an instance that retention had removed.</summary>
    public static async Task BringBackAsync(NodeDbContext db, InstanceArrival a, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"UPDATE instances SET file_path = {PlainText.Clean(a.FilePath)}, removed_at = NULL WHERE sop_instance_uid = {a.SopInstanceUid}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE ledger SET removed_at = NULL WHERE sop_instance_uid = {a.SopInstanceUid}", cancellationToken);
    }
}
