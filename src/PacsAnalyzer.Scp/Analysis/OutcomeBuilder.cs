using System.Globalization;
using System.Security.Cryptography;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Associations;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>From an analysed series to the rows of one transaction: objects are on disk before their rows exist.</summary>
internal sealed class OutcomeBuilder(ResultFolder folder, AeTitleStore titles, HostResolver resolver)
{
    /// <summary>Stores the objects and names the destinations.</summary>
    public JobOutcome Build(JobLease lease, AnalysedSeries analysed)
    {
        AnalysisResult result = analysed.Result;
        ResultReason? reason = result.Status != AnalysisStatus.Measured && result.Reasons.Count > 0 ? result.Reasons[0] : null;
        string name = string.Create(CultureInfo.InvariantCulture, $"{lease.Job.Id:d8}-{lease.Token}");
        NewReportObject[] objects =
        [
            .. analysed.Objects.Select((o, i) => new NewReportObject(
                o.SopInstanceUid, o.SopClassUid, o.Kind,
                folder.Write(name, string.Create(CultureInfo.InvariantCulture, $"{i}-{o.Kind}.dcm"), o.Bytes),
                Convert.ToHexStringLower(SHA256.HashData(o.Bytes)), o.Bytes.Length, o.Predecessor)),
        ];
        return new JobOutcome
        {
            Status = result.Status.ToString(),
            DocumentJson = ResultJson.Write(result),
            ReasonCode = reason?.Code,
            ReasonText = reason?.Text,
            ConfigurationHash = result.ConfigurationHash,
            Measurements = [.. result.Measurements.Select(Row)],
            Objects = objects,
            Deliveries = Deliveries(lease, objects),
        };
    }

    private NewDelivery[] Deliveries(JobLease lease, NewReportObject[] objects)
    {
        RemoteAe? sender = titles.Current.Sender(lease.Series.CallingAeTitle, lease.Series.RemoteAddress, resolver.Resolve);
        if (sender is null || objects.Length == 0)
        {
            return [];
        }

        return
        [
            .. titles.Current.Destinations(sender)
                .Select(d => new NewDelivery(d.Name, [.. objects.Where(o => d.Takes(o.Kind)).Select(o => o.SopInstanceUid)]))
                .Where(d => d.SopInstanceUids.Count > 0),
        ];
    }

    private static MeasurementRecord Row(Measurement m) => new(m.Code, m.Value, m.Unit, m.Side, m.Level, m.Normality.ToString(), m.Reason)
    {
        RangeLow = m.Range?[0],
        RangeHigh = m.Range?[1],
    };
}
