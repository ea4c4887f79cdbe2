using System.Text.Json;

namespace PacsAnalyzer.Persistence.Tests;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\0b\0", "a\uFFFDb\uFFFD")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("", "")]
    public void Only_what_cannot_be_stored_is_replaced(string text, string expected) => PlainText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Lone_surrogates_are_replaced_and_cutting_makes_none()
    {
        PlainText.Clean("\udc00x\ud800").ShouldBe("\uFFFDx\uFFFD");
        PlainText.Clean("ab\ud83d\ude00", 3).ShouldBe("ab\uFFFD");
    }

    [Fact]
    public void Blank_becomes_null() => PlainText.CleanOrNull(" \t").ShouldBeNull();

    [Fact]
    public void Escapes_that_jsonb_refuses_are_replaced_and_the_rest_stays()
    {
        string json = PlainText.Json("""{"a\u0000":"x\u0000y","n":[1.10,null,true,{"t":"\u4e2d\\u0000"}],"lone":"\ud800"}""");

        JsonElement root = JsonDocument.Parse(json).RootElement;
        root.GetProperty("a\uFFFD").GetString().ShouldBe("x\uFFFDy");
        root.GetProperty("n")[0].GetRawText().ShouldBe("1.10");
        root.GetProperty("n")[3].GetProperty("t").GetString().ShouldBe("中\\u0000");
        json.ShouldNotContain("ud800", Case.Insensitive);
    }

    [Fact]
    public void No_json_is_an_error() => Should.Throw<JsonException>(() => PlainText.Json("{\\u0000"));
}
