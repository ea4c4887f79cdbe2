using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>What every object takes over from the source: the patient and the study, so that it lies beside the images.</summary>
internal static class SourceCopy
{
    /// <summary>Type 1 and 2 of Patient and General Study (PS3.3 sections C.7.1.1, C.7.2.1): empty where the source has none.</summary>
    internal static readonly DicomTag[] Required =
    [
        DicomTag.PatientName, DicomTag.PatientID, DicomTag.PatientBirthDate, DicomTag.PatientSex,
        DicomTag.StudyInstanceUID, DicomTag.StudyDate, DicomTag.StudyTime, DicomTag.StudyID, DicomTag.AccessionNumber, DicomTag.ReferringPhysicianName,
    ];

    /// <summary>Type 3: absent where the source has none.</summary>
    internal static readonly DicomTag[] Optional =
    [
        DicomTag.IssuerOfPatientID, DicomTag.IssuerOfPatientIDQualifiersSequence, DicomTag.StudyDescription,
        DicomTag.IssuerOfAccessionNumberSequence, DicomTag.TimezoneOffsetFromUTC, DicomTag.QualityControlSubject,
    ];

    internal static void Apply(DicomDataset source, DicomDataset target)
    {
        foreach (DicomTag tag in Required)
        {
            if (source.TryGetItem(tag, out DicomItem? item))
            {
                target.AddOrUpdate(item.Clone());
            }
            else
            {
                target.AddOrUpdate(tag, (string?)null);
            }
        }

        foreach (DicomTag tag in Optional)
        {
            if (source.TryGetItem(tag, out DicomItem? item) && item is DicomElement { Length: > 0 } or DicomSequence { Items.Count: > 0 })
            {
                target.AddOrUpdate(item!.Clone());
            }
        }
    }

    /// <summary>Referenced Request Sequence (PS3.3 table C.17-2) from Request Attributes Sequence of the images; null where they have none.</summary>
    internal static DicomDataset[]? ReferencedRequests(DicomDataset source)
    {
        DicomDataset[] requests = [.. source.GetItems(DicomTag.RequestAttributesSequence)];
        return requests.Length == 0 ? null : [.. requests.Select(request => Request(source, request))];
    }

    private static DicomDataset Request(DicomDataset source, DicomDataset request)
    {
        var item = new DicomDataset();
        Copy(DicomTag.StudyInstanceUID, request.Contains(DicomTag.StudyInstanceUID) ? request : source);
        Copy(DicomTag.ReferencedStudySequence, request);
        Copy(DicomTag.AccessionNumber, request.Contains(DicomTag.AccessionNumber) ? request : source);
        Copy(DicomTag.RequestedProcedureID, request);
        Copy(DicomTag.RequestedProcedureDescription, request);
        Copy(DicomTag.RequestedProcedureCodeSequence, request);
        Copy(DicomTag.PlacerOrderNumberImagingServiceRequest, request.Contains(DicomTag.PlacerOrderNumberImagingServiceRequest) ? request : source);
        Copy(DicomTag.FillerOrderNumberImagingServiceRequest, request.Contains(DicomTag.FillerOrderNumberImagingServiceRequest) ? request : source);
        DicomDataset issued = request.Contains(DicomTag.IssuerOfAccessionNumberSequence) ? request : source;
        if (issued.GetItems(DicomTag.IssuerOfAccessionNumberSequence).Any())
        {
            Copy(DicomTag.IssuerOfAccessionNumberSequence, issued);
        }

        return item;

        void Copy(DicomTag tag, DicomDataset from)
        {
            if (from.TryGetItem(tag, out DicomItem? found))
            {
                item.AddOrUpdate(found.Clone());
            }
            else
            {
                item.Add(tag);
            }
        }
    }
}
