using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Instances;

public class InstanceIndexTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task A_batch_becomes_study_series_instances_and_accounts()
    {
        IReadOnlyList<IndexedInstance> indexed = await Database.IndexAsync([.. Arrivals.Many(Time, "1.2", 1, 3), .. Arrivals.Many(Time, "1.2", 2, 2)]);

        indexed.Select(i => i.Kind).ShouldAllBe(k => k == ArrivalKind.New);
        StudyRecord study = (await Database.Series.GetStudyAsync("1.2", Ct)).ShouldNotBeNull();
        study.Patient.ShouldBe(Arrivals.Anna);
        study.SeriesCount.ShouldBe(2);
        study.InstanceCount.ShouldBe(5);
        study.Description.AccessionNumber.ShouldBe("ACC1");
        SeriesRecord series = (await Database.Series.ListOfStudyAsync("1.2", Ct))[0];
        series.InstanceCount.ShouldBe(3);
        series.State.ShouldBe(SeriesState.Receiving);
        series.Description.Modality.ShouldBe("CT");
        series.CallingAeTitle.ShouldBe("CT_SCANNER");
        series.QuietUntil.ShouldBe(Time.GetUtcNow() + Arrivals.Quiet);
        InstanceRecord instance = (await Database.Instances.FindAsync("1.2.1.2", Ct)).ShouldNotBeNull();
        instance.FilePath.ShouldBe("1.2/1/2.a.dcm");
        instance.HeaderJson.ShouldBe("""{"n": 2}""");
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 0, 5, 0));
        (await Database.Ledger.FindAsync("1.2.1.2", Ct))!.RemoteAddress.ShouldBe("10.0.0.7");
    }

    [Fact]
    public async Task Indexing_twice_is_harmless()
    {
        InstanceArrival[] batch = Arrivals.Many(Time, "1.2", 1, 4);
        await Database.IndexAsync(batch);
        SeriesRecord before = (await Database.Series.ListOfStudyAsync("1.2", Ct)).ShouldHaveSingleItem();

        IReadOnlyList<IndexedInstance> again = await Database.IndexAsync([.. batch, batch[0]]);

        again.Count.ShouldBe(5);
        again.ShouldAllBe(i => i.Kind == ArrivalKind.SameAgain && i.FilePath.EndsWith(".a.dcm"));
        (await Database.Series.ListOfStudyAsync("1.2", Ct)).ShouldHaveSingleItem().ShouldBe(before);
        (await Database.Ledger.CountsAsync(Ct)).Acknowledged.ShouldBe(4);
    }

    [Fact]
    public async Task The_same_instance_twice_in_one_batch_is_new_once()
    {
        InstanceArrival first = Arrivals.One(Time, "1.2", 1, 1), other = Arrivals.One(Time, "1.2", 1, 1, "b");

        IReadOnlyList<IndexedInstance> indexed = await Database.IndexAsync(first, first, other);

        indexed.Select(i => i.Kind).ShouldBe([ArrivalKind.New, ArrivalKind.SameAgain, ArrivalKind.Conflict]);
    }

    [Fact]
    public async Task Other_bytes_under_the_same_uid_are_a_recorded_conflict_and_change_nothing()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));

        for (int i = 0; i < 2; i++)
        {
            (await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1, "b"))).ShouldHaveSingleItem().Kind.ShouldBe(ArrivalKind.Conflict);
        }

        (await Database.Instances.FindAsync("1.2.1.1", Ct))!.ContentHash.ShouldBe("a1");
        ConflictRecord conflict = (await Database.Instances.ListConflictsAsync(new Page(), Ct)).Items.ShouldHaveSingleItem();
        conflict.FilePath.ShouldBe("1.2/1/1.b.dcm");
        conflict.DemographicsDiffer.ShouldBeFalse();
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem().Count.ShouldBe(1);
        (await Database.Series.GetStudyAsync("1.2", Ct))!.HoldCode.ShouldBeNull();
        (await Database.Ledger.CountsAsync(Ct)).Acknowledged.ShouldBe(1);
    }

    [Fact]
    public async Task Two_patients_in_one_study_hold_it()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));

        IndexedInstance indexed = (await Database.IndexAsync(Arrivals.One(Time, "1.2", 2, 1, patient: Arrivals.Bert))).ShouldHaveSingleItem();

        indexed.Kind.ShouldBe(ArrivalKind.New);
        indexed.PatientDiffers.ShouldBeTrue();
        indexed.HoldCode.ShouldBe(HoldCodes.PatientMismatch);
        indexed.StoredPatient.ShouldBe(Arrivals.Anna);
        StudyRecord study = (await Database.Series.GetStudyAsync("1.2", Ct))!;
        study.HoldCode.ShouldBe(HoldCodes.PatientMismatch);
        study.HoldText!.ShouldContain("PatientID");
        study.HoldText!.ShouldNotContain("P-2");
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem().Text.ShouldNotContain("Muster");
    }

    [Fact]
    public async Task Demographics_that_change_on_a_resend_hold_the_study()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));

        IndexedInstance indexed = (await Database.IndexAsync(
            Arrivals.One(Time, "1.2", 1, 1, "b", Arrivals.Anna with { PatientName = "Muster^Anne" }))).ShouldHaveSingleItem();

        indexed.Kind.ShouldBe(ArrivalKind.Conflict);
        indexed.HoldCode.ShouldBe(HoldCodes.DemographicsChanged);
        (await Database.Instances.ListConflictsAsync(new Page(), Ct)).Items.ShouldHaveSingleItem().DemographicsDiffer.ShouldBeTrue();
    }

    [Fact]
    public async Task An_instance_that_comes_after_the_decision_is_late_and_reopens_the_series()
    {
        await Database.AnalyseAsync(Time, "1.2");

        IndexedInstance indexed = (await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 9))).ShouldHaveSingleItem();

        indexed.Kind.ShouldBe(ArrivalKind.Late);
        SeriesRecord series = (await Database.Series.GetAsync(indexed.SeriesId, Ct))!;
        series.State.ShouldBe(SeriesState.Receiving);
        series.MaxWaitUntil.ShouldBe(Time.GetUtcNow() + Arrivals.MaximumWait);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(3, 0, 0, 1, 0));
    }

    [Fact]
    public async Task Nodes_that_index_the_same_files_at_once_index_each_once()
    {
        InstanceArrival[] batch = Arrivals.Many(Time, "1.2", 1, 60);
        InstanceArrival[] turned = [.. batch.Reverse()];

        IReadOnlyList<IndexedInstance>[] results = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => Database.IndexAsync(i % 2 == 0 ? batch : turned))));

        results.Sum(r => r.Count(i => i.Kind == ArrivalKind.New)).ShouldBe(60);
        results.Sum(r => r.Count(i => i.Kind == ArrivalKind.SameAgain)).ShouldBe(7 * 60);
        (await Database.Series.ListOfStudyAsync("1.2", Ct)).ShouldHaveSingleItem().InstanceCount.ShouldBe(60);
    }

    [Fact]
    public async Task Nodes_that_index_studies_in_different_orders_do_not_block_each_other()
    {
        InstanceArrival[] batch = [.. Enumerable.Range(1, 12).SelectMany(s => Arrivals.Many(Time, $"1.{s}", 1, 5))];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Database.IndexAsync([.. batch.OrderBy(a => (a.SopInstanceUid, i).GetHashCode())]))));

        (await Database.Ledger.CountsAsync(Ct)).Acknowledged.ShouldBe(60);
    }

    [Fact]
    public async Task Files_that_nothing_points_to_are_found()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1), Arrivals.One(Time, "1.2", 1, 1, "b"));
        await Database.Ledger.RecordUnindexedAsync(new UnindexedInstance("9.9", "NO_UID", "no study", "A", "B", "C", Time.GetUtcNow(), "odd/9.dcm"), Ct);

        (await Database.Instances.UnknownFilesAsync(["1.2/1/1.a.dcm", "1.2/1/1.b.dcm", "odd/9.dcm", "new.dcm"], Ct)).ShouldBe(["new.dcm"]);
    }

    [Fact]
    public async Task An_instance_without_file_can_be_pointed_to_another_one()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));

        (await Database.Instances.RelocateAsync("1.2.1.1", "other", "x", Ct)).ShouldBeFalse();
        (await Database.Instances.RelocateAsync("1.2.1.1", "a1", "new/place.dcm", Ct)).ShouldBeTrue();
        (await Database.Instances.FindAsync("1.2.1.1", Ct))!.FilePath.ShouldBe("new/place.dcm");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.\0.3")]
    public async Task What_is_no_uid_is_refused_before_anything_is_stored(string uid)
    {
        await Should.ThrowAsync<ArgumentException>(() => Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1), Arrivals.One(Time, "1.2", 1, 2) with { SopInstanceUid = uid }));
        (await Database.Ledger.CountsAsync(Ct)).Acknowledged.ShouldBe(0);
    }
}
