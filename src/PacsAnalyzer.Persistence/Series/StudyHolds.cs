using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Puts studies on hold inside a transaction; the caller has locked the study row.</summary>
internal static class StudyHolds
{
    /// <summary>Holds a study and its undelivered deliveries; the first reason stays.</summary>
    public static async Task HoldAsync(
        NodeDbContext db, StudyRow study, string code, string text, AlertSeverity severity, DateTimeOffset now, CancellationToken cancellationToken)
    {
        study.HoldCode ??= PlainText.Clean(code, 64);
        study.HoldText ??= PlainText.Clean(text, PlainText.Long);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET state = 'Held', held_by_study = TRUE, hold_reason = {study.HoldCode}
            WHERE study_instance_uid = {study.StudyInstanceUid} AND state = 'Pending'
            """,
            cancellationToken);
        await AlertWriter.RaiseAsync(db, AlertCodes.StudyHeld, study.StudyInstanceUid, severity, $"{code}: {text}", now, cancellationToken);
    }

    /// <summary>Ends the hold and releases what it held.</summary>
    public static async Task ReleaseAsync(NodeDbContext db, StudyRow study, DateTimeOffset now, CancellationToken cancellationToken)
    {
        study.HoldCode = null;
        study.HoldText = null;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET state = 'Pending', held_by_study = FALSE, hold_reason = NULL, next_attempt_at = {now}, started_at = {now}
            WHERE study_instance_uid = {study.StudyInstanceUid} AND state = 'Held' AND held_by_study
            """,
            cancellationToken);
    }
}
