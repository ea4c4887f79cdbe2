namespace PacsAnalyzer.Dicom.Tests.Datasets;

public sealed class DicomDateTimeTests
{
    [Theory]
    [InlineData("20260131", true)]
    [InlineData("2026.01.31", true)]
    [InlineData("20260131 ", true)]
    [InlineData("20260230", false)]
    [InlineData("2026013", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Dates_are_read(string? text, bool isDate)
    {
        DicomDateTime.TryParseDate(text, out DateOnly date).ShouldBe(isDate);
        if (isDate)
        {
            date.ShouldBe(new DateOnly(2026, 1, 31));
        }
    }

    [Theory]
    [InlineData("12", "12:00:00")]
    [InlineData("1234", "12:34:00")]
    [InlineData("123456", "12:34:56")]
    [InlineData("123456.5", "12:34:56.5")]
    [InlineData("123456.123456 ", "12:34:56.123456")]
    [InlineData("12:34:56", "12:34:56")]
    [InlineData("235960", "23:59:59")]
    public void Times_are_read(string text, string expected)
    {
        DicomDateTime.TryParseTime(text, out TimeOnly time).ShouldBeTrue();
        time.ShouldBe(TimeOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2400")]
    [InlineData("1260")]
    [InlineData("1234.5")]
    [InlineData("123456.1234567")]
    [InlineData("12a4")]
    public void What_is_no_time_is_refused(string text) => DicomDateTime.TryParseTime(text, out _).ShouldBeFalse();

    [Fact]
    public void Moments_have_the_offset_they_state_or_the_one_given()
    {
        TimeSpan given = TimeSpan.FromHours(2);
        DicomDateTime.TryParse("20260131120000.5-0330", given, out DateTimeOffset stated).ShouldBeTrue();
        stated.ShouldBe(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, new TimeSpan(-3, -30, 0)));
        DicomDateTime.TryParse("202601", given, out DateTimeOffset open).ShouldBeTrue();
        open.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, given));
        DicomDateTime.TryParse("20260131+2500", given, out _).ShouldBeFalse();
        DicomDateTime.TryParse("nonsense", given, out _).ShouldBeFalse();
        DicomDateTime.TryParse("00010101+1400", given, out _).ShouldBeFalse();
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        DateTimeOffset moment = new(2026, 1, 31, 1, 2, 3, 4, TimeSpan.FromMinutes(-210));
        DicomDateTime.Format(moment).ShouldBe("20260131010203.004000-0330");
        DicomDateTime.TryParse(DicomDateTime.Format(moment), TimeSpan.Zero, out DateTimeOffset read).ShouldBeTrue();
        read.ShouldBe(moment);
        DicomDateTime.Format(new DateOnly(2026, 1, 31)).ShouldBe("20260131");
        DicomDateTime.Format(new TimeOnly(1, 2, 3)).ShouldBe("010203");
        DicomDateTime.Format(new TimeOnly(1, 2, 3, 4)).ShouldBe("010203.004000");
    }
}
