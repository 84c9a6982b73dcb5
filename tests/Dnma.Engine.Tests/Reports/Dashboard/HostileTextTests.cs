using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>Labels come from logs that anybody can write to: none may become markup, script, or another figure.</summary>
public class HostileTextTests
{
    private static readonly DateOnly Day = new(2022, 9, 5);
    private static readonly string Tame = Page("x").OwnText;

    public static TheoryData<string> Texts() =>
    [
        "</script><img src=x onerror=alert(1)>",
        "</SCRIPT ><script>alert(1)</script>",
        "<!--<script>",
        "]]>--><svg/onload=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "{{data}}{{script}}",
        "a\u2028b\u2029c",
        "\u202E0001\u2069",
        "\0\b\u001b\r\n",
        "\ud800",
        "\udc00\ud800",
        "\\u003cscript\\u003e",
        "</title></style></textarea>",
        "javascript:alert(1)",
        new string('x', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_never_becomes_markup(string text) => AssertHarmless(text);

    [Property]
    public void No_text_becomes_markup(NonNull<string> text) => AssertHarmless(text.Get);

    [Property]
    public void Neither_do_its_worst_letters(byte[] choices)
    {
        const string Letters = "<>/!-\"'&{}script\u2028\u2029\ud800\udc00\\`";
        AssertHarmless(string.Concat(choices.Select(choice => Letters[choice % Letters.Length])));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("Élève & <b>", "Élève & <b>")]
    [InlineData("12\u202E34", "12\uFFFD34")]
    [InlineData("a\u2028b\nc\u0000", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("😀", "😀")]
    public void What_cannot_be_seen_is_replaced(string text, string expected) => Assert.Equal(expected, OutsideText.Of(text));

    [Property]
    public bool A_label_is_short_and_whole(NonNull<string> text, PositiveInt longest)
    {
        var limit = (longest.Get % 100) + 2;
        var shown = OutsideText.Of(text.Get, limit);
        return shown.Length <= limit && new UTF8Encoding(false, true).GetByteCount(shown) >= shown.Length;
    }

    /// <summary>Not inline data: an attribute cannot hold half a pair.</summary>
    [Fact]
    public void Halves_of_pairs_are_replaced() => Assert.Equal("\uFFFDa\uFFFD", OutsideText.Of("\ud800a\udc00"));

    [Fact]
    public void A_cut_never_halves_a_pair() => Assert.Equal("ab…", OutsideText.Of("ab😀cd", 4));

    private static void AssertHarmless(string text)
    {
        var page = Page(text);

        // As many elements as without the text, and nothing that a parser could take for the start of another.
        var own = page.OwnText;
        Assert.All(["<script", "</script", "<", ">"], part => Assert.Equal(Count(Tame, part), Count(own, part)));
        Assert.DoesNotContain('<', page.DataText);
        Assert.DoesNotContain('\u2028', own);
        Assert.DoesNotContain('\u2029', own);

        var shown = OutsideText.Of(Label(text));
        Assert.Contains(shown, page.Rows("services-utilises").Keys);
        Assert.Contains(shown, page.Rows("outils").Keys);
        Assert.Equal(7, WrittenPage.ValueOf(page.Rows("outils")[shown][1]));
    }

    private static WrittenPage Page(string text)
    {
        text = Label(text);
        var rows = new RowsToTable()
            .Add(PeriodKind.All, Day, TerritoryLevel.National, "FR", Dimension.Total, "total", 7)
            .Add(PeriodKind.All, Day, TerritoryLevel.National, "FR", Dimension.Service, text, 7)
            .Add(PeriodKind.All, Day, TerritoryLevel.National, "FR", Dimension.Tool, text, 7)
            .Add(PeriodKind.All, Day, TerritoryLevel.Academy, text, Dimension.Total, "total", 7)
            .Add(PeriodKind.All, Day, TerritoryLevel.Establishment, text, Dimension.Total, "total", 7);
        return WrittenPage.Of(rows.Table(), new DashboardContext
        {
            Title = text,
            Perimeter = text,
            Norm = text,
            TimeZone = text,
            Ledger = [new(text, 1)],
            Laws = [new(text, 1, 2, false)],
            Warnings = [text],
            Inputs = [new(text, 1, text)],
            NameOf = (_, _) => text,
        });
    }

    /// <summary>Every modality has a code: an empty one cannot be.</summary>
    private static string Label(string text) => text.Length == 0 ? "x" : text;

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }
}
