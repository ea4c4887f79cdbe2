using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

public sealed class DicomStatusTests
{
    [Theory]
    [InlineData(0x0000, DicomStatusCategory.Success, false)]
    [InlineData(0xB000, DicomStatusCategory.Warning, false)]
    [InlineData(0xB123, DicomStatusCategory.Warning, false)]
    [InlineData(0xA700, DicomStatusCategory.Failure, true)]
    [InlineData(0xA7FF, DicomStatusCategory.Failure, true)]
    [InlineData(0xA901, DicomStatusCategory.Failure, false)]
    [InlineData(0xC123, DicomStatusCategory.Failure, false)]
    [InlineData(0x0110, DicomStatusCategory.Failure, true)]
    [InlineData(0x0122, DicomStatusCategory.Failure, false)]
    [InlineData(0x0124, DicomStatusCategory.Failure, false)]
    [InlineData(0x0213, DicomStatusCategory.Failure, true)]
    [InlineData(0xFF00, DicomStatusCategory.Pending, false)]
    [InlineData(0xFE00, DicomStatusCategory.Cancel, false)]
    [InlineData(0x4242, DicomStatusCategory.Failure, false)]
    public void A_code_has_its_category(ushort code, DicomStatusCategory category, bool isTransient)
    {
        DicomStatus status = DicomStatus.Lookup(code);
        status.Code.ShouldBe(code);
        status.Category.ShouldBe(category);
        status.IsTransient.ShouldBe(isTransient);
        status.Citation.ShouldStartWith("PS3.");
    }

    [Fact]
    public void No_code_but_zero_is_success()
    {
        for (int code = 1; code <= 0xFFFF; code++)
        {
            DicomStatus.Lookup((ushort)code).Category.ShouldNotBe(DicomStatusCategory.Success);
        }
    }

    [Fact]
    public void No_exception_becomes_success()
    {
        Exception[] all =
        [
            new IOException("x", 28), new IOException("x"), new EndOfStreamException(), new InvalidDataException("bad"), new InsufficientMemoryException(),
            new TimeoutException(), new OperationCanceledException(), new UnauthorizedAccessException(), new InvalidOperationException(), new ArgumentException("bug"),
        ];
        ushort[] codes = [0xA700, 0xA700, 0xC000, 0xC000, 0xA700, 0xA700, 0xA700, 0x0110, 0x0110, 0x0110];
        all.Select(exception => StatusOfException.Map(exception).Code).ShouldBe(codes);
        StatusOfException.Map(new DicomStatusException(DicomStatus.NotAuthorized)).ShouldBe(DicomStatus.NotAuthorized);
    }

    [Fact]
    public void A_comment_is_cut_to_what_LO_holds()
    {
        DicomStatus.OutOfResources.WithComment(new string('x', 80)).Comment!.Length.ShouldBe(64);
        DicomStatus.OutOfResources.WithComment("a\\b\r\nä").Comment.ShouldBe("a?b???");
        DicomStatus.OutOfResources.WithComment("no room").ToString().ShouldBe("A700 Refused: out of resources: no room");
    }
}
