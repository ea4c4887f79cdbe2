using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Tests.Fixtures;
using PacsAnalyzer.SrWriter.Texts;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.SrWriter.Tests;

/// <summary>What programs that no one here wrote say of every form of the objects.</summary>
public sealed class ForeignCheckerTests
{
    public static TheoryData<string, ReportLanguage, ReportForm> Forms
    {
        get
        {
            var data = new TheoryData<string, ReportLanguage, ReportForm>();
            foreach (string name in Results.All.Keys)
            {
                data.Add(name, ReportLanguage.English, ReportForm.Comprehensive3D);
                data.Add(name, ReportLanguage.Chinese, ReportForm.Comprehensive3D);
                data.Add(name, ReportLanguage.English, ReportForm.Comprehensive);
                data.Add(name, ReportLanguage.English, ReportForm.Enhanced);
            }

            return data;
        }
    }

    /// <summary>Each result in each language: the overlay is the same for each form of the report.</summary>
    public static TheoryData<string, ReportLanguage> Overlays
    {
        get
        {
            var data = new TheoryData<string, ReportLanguage>();
            foreach (TheoryDataRow<string, ReportLanguage, ReportForm> row in Forms)
            {
                if (row.Data.Item3 == ReportForm.Comprehensive3D)
                {
                    data.Add(row.Data.Item1, row.Data.Item2);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Dciodvfy_and_dsrdump_find_no_error_in_a_report(string name, ReportLanguage language, ReportForm form)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "sr.dcm");
        new DicomFile(Write.Of(name, language, form).StructuredReport).Save(file);

        Errors(ExternalTool.Run("dciodvfy", file).Output).ShouldBeEmpty();
        (int exit, string output) = ExternalTool.Run("dsrdump", file);
        output.ShouldNotContain("E: ");
        // DCMTK says of every report in UTF-8 that its VR checker does not know that character set.
        output.Split('\n').Where(l => l.StartsWith("W:", StringComparison.Ordinal) && !l.Contains("VR checker", StringComparison.Ordinal)).ShouldBeEmpty();
        exit.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Dciodvfy_finds_no_error_in_an_overlay(string name, ReportLanguage language)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "overlay.dcm");
        new DicomFile(Write.Of(name, language, ReportForm.Comprehensive3D).Overlay).Save(file);

        Errors(ExternalTool.Run("dciodvfy", file).Output).ShouldBeEmpty();
    }

    private static string[] Errors(string output) => [.. output.Split('\n').Where(line => line.StartsWith("Error", StringComparison.Ordinal))];
}
