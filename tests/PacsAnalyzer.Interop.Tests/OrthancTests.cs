using System.Text.Json.Nodes;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>The main job with a foreign PACS: a film comes in from DCMTK, report and overlay stand in its study in Orthanc.</summary>
public sealed class OrthancTests
{
    [Fact]
    public async Task Report_and_overlay_stand_in_the_source_study_of_the_pacs()
    {
        using var folder = new NodeFolder(settings => settings["Inference"]!["ModelsDirectory"] = Path.Combine(RepositoryRoot.Path, "models"));
        await using OrthancProcess orthanc = await OrthancProcess.StartAsync(folder.Work("orthanc"));
        folder.ReplaceAeTitles($$"""
            { "remoteAes": [
                { "name": "pacs", "aeTitle": "ORTHANC", "host": "127.0.0.1", "port": {{orthanc.DicomPort}}, "role": "pacs" },
                { "name": "x-ray", "aeTitle": "STORESCU", "host": "127.0.0.1", "port": 104, "role": "modality", "resultsTo": ["pacs"] } ] }
            """);
        await using NodeProcess node = await NodeProcess.StartAsync(folder);
        string film = Path.Combine(RepositoryRoot.Path, "samples", "pelvis-left-cup", "image.dcm");
        DicomDataset source = DicomFile.Open(film).Dataset;

        ToolResult sent = await Tool.DcmtkAsync("storescu", "-aet", "STORESCU", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, film);
        sent.ExitCode.ShouldBe(0, sent.Text);

        IReadOnlyList<JsonNode> returned = await Eventually.Async(
            async () => (IReadOnlyList<JsonNode>?)await orthanc.InstancesOfStudyAsync(source.GetSingleValue<string>(DicomTag.StudyInstanceUID)),
            found => found.Count >= 2, "two objects are in the study", TimeSpan.FromMinutes(3));
        returned.Count.ShouldBe(2);
        JsonNode report = returned.Single(i => (string?)i["Modality"] == "SR");
        JsonNode overlay = returned.Single(i => (string?)i["Modality"] == "OT");
        foreach (JsonNode item in returned)
        {
            ((string?)item["PatientID"]).ShouldBe(source.GetString(DicomTag.PatientID));
            ((string?)item["PatientName"]).ShouldBe(source.GetString(DicomTag.PatientName));
            ((string?)item["SeriesInstanceUID"]).ShouldNotBe(source.GetString(DicomTag.SeriesInstanceUID));
        }

        ((string?)report["SOPClassUID"]).ShouldBe("1.2.840.10008.5.1.4.1.1.88.34");
        ((string?)overlay["SOPClassUID"]).ShouldBe("1.2.840.10008.5.1.4.1.1.7");
        LedgerCounts counts = await node.LedgerBecomesAsync(c => c.Analysed == 1, "the film counts as analysed");
        counts.Unaccounted.ShouldBe(0);
    }
}
