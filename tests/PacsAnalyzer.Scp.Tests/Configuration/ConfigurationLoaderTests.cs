using System.Collections;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Configuration.Options;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Scp.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private NodeConfiguration Load(string json, params (string Name, string Value)[] environment)
    {
        folder.File("config/pacs-analyzer.json", json);
        var variables = new Hashtable();
        foreach ((string name, string value) in environment)
        {
            variables[name] = value;
        }

        return new ConfigurationLoader(variables, folder.Path, "/nowhere").Load(null);
    }

    private string[] Problems(string json, params (string Name, string Value)[] environment) =>
        [.. Should.Throw<ConfigurationException>(() => Load(json, environment)).Problems.Select(p => p.ToString())];

    [Fact]
    public void Defaults_are_the_contracts()
    {
        PacsAnalyzerOptions options = Load("{}").Options;

        options.Node.AeTitle.ShouldBe("PACSANALYZER");
        options.Node.DicomPort.ShouldBe(11112);
        options.Node.HttpUrl.ShouldBe("http://127.0.0.1:8080");
        options.Association.AcceptUnknownCallers.ShouldBeFalse();
        options.Association.MaxAssociations.ShouldBe(64);
        options.Association.MaxPduBytes.ShouldBe(262144);
        options.Association.ArtimTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.Spool.Durability.ShouldBe(SpoolDurability.Fsync);
        options.Spool.MinimumFreeBytes.ShouldBe(2147483648);
        options.Spool.Retention.ShouldBe(TimeSpan.FromDays(7));
        options.Assembly.QuietPeriod.ShouldBe(TimeSpan.FromMinutes(1));
        options.Reports.OnRefusal.ShouldBe(RefusalPolicy.PostOperative);
        options.Inference.Provider.ShouldBe("Auto");
        options.Delivery.GiveUpAfter.ShouldBe(TimeSpan.FromDays(3));
    }

    [Fact]
    public void The_shipped_file_equals_the_defaults()
    {
        string shipped = System.IO.File.ReadAllText(Path.Combine(RepositoryRoot.Path, "config", "pacs-analyzer.json"));

        IReadOnlyList<ConfigurationValue> given = ConfigurationReport.Rows(Load(shipped));
        IReadOnlyList<ConfigurationValue> defaults = ConfigurationReport.Rows(Load("{}"));

        given.Select(r => (r.Path, r.Value)).ShouldBe(defaults.Select(r => (r.Path, r.Value)));
    }

    [Fact]
    public void Comments_and_every_kind_of_value_are_read()
    {
        PacsAnalyzerOptions options = Load("""
            { // the node
              "Node": { "DicomPort": 104, },
              "Assembly": { "QuietPeriod": "00:00:05" },
              "Spool": { "Durability": "Cache" },
              "Reports": { "Ranges": { "CUP-INCL": [30, 45], "CUP-COVER": [75, null] } },
              "Spine": { "Calibrations": [ { "Manufacturer": "SIEMENS", "Model": "*", "Kvp": 120, "Slope": 0.81, "Intercept": -2.1 } ] } }
            """).Options;

        options.Node.DicomPort.ShouldBe(104);
        options.Assembly.QuietPeriod.ShouldBe(TimeSpan.FromSeconds(5));
        options.Spool.Durability.ShouldBe(SpoolDurability.Cache);
        options.Reports.Ranges["CUP-INCL"].ShouldBe([30, 45]);
        options.Reports.Ranges["CUP-COVER"].ShouldBe([75, null]);
        options.Spine.Calibrations.ShouldHaveSingleItem().Slope.ShouldBe(0.81);
    }

    [Fact]
    public void The_environment_wins_and_its_origin_is_told()
    {
        NodeConfiguration configuration = Load("""{ "Node": { "DicomPort": 104 } }""", ("PACS_ANALYZER__Node__DicomPort", "105"), ("PACS_ANALYZER__Reports__Ranges", """{ "CUP-INCL": [31, 49] }"""));

        configuration.Options.Node.DicomPort.ShouldBe(105);
        configuration.Origins["Node:DicomPort"].ShouldBe("PACS_ANALYZER__Node__DicomPort");
        configuration.Options.Reports.Ranges["CUP-INCL"].ShouldBe([31, 49]);
    }

    [Fact]
    public void Every_problem_is_listed_at_once_with_its_path()
    {
        Problems("""{ "Node": { "DicomPrt": 1, "Language": "fr" }, "Association": { "MaxPduBytes": 1, "IdleTimeout": "soon" }, "Extra": {} }""").ShouldBe(
        [
            "pacs-analyzer.json: Node:DicomPrt: is not a known key; did you mean DicomPort?",
            "pacs-analyzer.json: Node:Language: must be one of en, zh, found \"fr\"",
            "pacs-analyzer.json: Association:MaxPduBytes: must lie between 4096 and 4194304, found 1",
            "pacs-analyzer.json: Association:IdleTimeout: must be a time span as \"d.hh:mm:ss\" or \"hh:mm:ss\", found \"soon\"",
            "pacs-analyzer.json: Extra: is not a known key; known keys here: Node, Tls, Database, Association, Spool, Assembly, Reports, Inference, Spine, Delivery, Admin",
        ]);
    }

    [Theory]
    [InlineData("""{ "Node": { "AeTitle": "THIS_IS_MUCH_TOO_LONG" } }""", "Node:AeTitle")]
    [InlineData("""{ "Node": { "HttpUrl": "http://0.0.0.0:8080" } }""", "Admin:AllowPlainHttp")]
    [InlineData("""{ "Node": { "DicomAddress": "everywhere" } }""", "Node:DicomAddress")]
    [InlineData("""{ "Tls": { "Port": 2762 } }""", "Tls:CertificatePath")]
    [InlineData("""{ "Assembly": { "MaximumWait": "00:00:10" } }""", "Assembly:MaximumWait")]
    [InlineData("""{ "Reports": { "Ranges": { "CUP-ANGLE": [1, 2] } } }""", "CUP-ANGLE")]
    [InlineData("""{ "Reports": { "Ranges": { "CUP-INCL": [50, 30] } } }""", "Reports:Ranges:CUP-INCL")]
    [InlineData("""{ "Spine": { "Calibrations": [ { "Slope": 99 } ] } }""", "Spine:Calibrations:0:Slope")]
    [InlineData("""[ 1 ]""", "must hold a JSON object")]
    [InlineData("""{ "Node": """, "is not JSON: line 1")]
    public void A_broken_rule_is_named(string json, string expected) =>
        string.Join('\n', Problems(json)).ShouldContain(expected);

    [Fact]
    public void Secrets_are_masked()
    {
        NodeConfiguration configuration = Load("""{ "Database": { "ConnectionString": "Host=db;Password=hunter2" } }""");

        ConfigurationReport.Rows(configuration).Single(r => r.Path == "Database:ConnectionString").Value.ShouldBe("********");
    }

    [Fact]
    public void A_missing_folder_is_an_error_that_names_it() =>
        Should.Throw<ConfigurationException>(() => new ConfigurationLoader(new Hashtable(), folder.Path, "/nowhere").Load("absent")).Message.ShouldContain("absent");
}
