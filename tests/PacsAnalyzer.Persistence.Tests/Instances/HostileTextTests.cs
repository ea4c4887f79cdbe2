using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Instances;

public class HostileTextTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public static TheoryData<string> Payloads =>
    [
        "'; DROP TABLE studies; --",
        "\"; DELETE FROM ledger; --",
        "$$; SELECT pg_sleep(10); $$",
        "{0} {x} {{",
        "%_\\%",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "nul\0in\0side",
        "lone \ud800 surrogate",
        "\ud83d\udc68\u200d\u2695\ufe0f 中文 \u202e",
        "\r\nE'\\x27'",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Text_of_any_kind_is_data(string payload)
    {
        var patient = new PatientIdentity(payload, payload, payload, payload, payload);
        InstanceArrival arrival = Arrivals.One(Time, "1.2", 1, 1, patient: patient) with
        {
            StudyInstanceUid = payload.Replace("\0", "", StringComparison.Ordinal).Replace("\ud800", "", StringComparison.Ordinal),
            CallingAeTitle = payload,
            RemoteAddress = payload,
            FilePath = payload,
            Study = new StudyDescription { AccessionNumber = payload, Text = payload },
            Series = new SeriesDescription { Modality = payload, Text = payload },
            HeaderJson = System.Text.Json.JsonSerializer.Serialize(new { text = payload.Replace("\ud800", "\\ud800", StringComparison.Ordinal) }),
        };

        await Database.IndexAsync(arrival);
        IndexedInstance again = (await Database.IndexAsync(arrival with { SopInstanceUid = "1.2.1.2", ContentHash = "x" })).ShouldHaveSingleItem();

        again.PatientDiffers.ShouldBeFalse();
        string stored = payload.Replace('\0', '\uFFFD').Replace('\ud800', payload.Contains("lone", StringComparison.Ordinal) ? '\uFFFD' : '\ud800');
        StudyRecord study = (await Database.Series.GetStudyAsync(arrival.StudyInstanceUid, Ct)).ShouldNotBeNull();
        study.Patient.PatientName.ShouldBe(stored);
        study.Description.Text.ShouldBe(stored);
        (await Database.Series.ListStudiesAsync(new StudyFilter { Search = payload }, new Page(), Ct)).Total.ShouldBe(1);
        (await Database.Series.HoldStudyAsync(arrival.StudyInstanceUid, payload, payload, Ct)).ShouldBeTrue();
        await Database.Rejections.RecordAsync(new(payload, payload, payload, payload, Time.GetUtcNow()), Ct);
        await Database.Audit.AppendAsync(new(payload, payload, payload, payload, false, arrival.HeaderJson), Ct);
        (await Database.Audit.ListAsync(new() { Actor = stored }, new Page(), Ct)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Search_takes_wildcards_literally()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1, patient: Arrivals.Anna with { PatientId = "100%_a" }));
        await Database.IndexAsync(Arrivals.One(Time, "1.3", 1, 1, patient: Arrivals.Anna with { PatientId = "100xxa" }));

        (await Database.Series.ListStudiesAsync(new StudyFilter { Search = "0%_A" }, new Page(), Ct)).Items.ShouldHaveSingleItem().StudyInstanceUid.ShouldBe("1.2");
        (await Database.Series.ListStudiesAsync(new StudyFilter { Search = "muster" }, new Page(0, 1), Ct)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task Endless_text_is_cut_rather_than_refused()
    {
        string endless = new('\u4e2d', 100_000);
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1, patient: new PatientIdentity(endless, endless, endless, endless, endless)) with
        {
            CallingAeTitle = endless,
            CalledAeTitle = endless,
            RemoteAddress = endless,
            TransferSyntaxUid = endless,
        });
        await Database.Rejections.RecordAsync(new(endless, endless, endless, endless, Time.GetUtcNow()), Ct);
        await Database.Audit.AppendAsync(new(endless, endless, endless, endless), Ct);

        (await Database.Series.GetStudyAsync("1.2", Ct))!.Patient.PatientId!.Length.ShouldBe(512);
    }
}
