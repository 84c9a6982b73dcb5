using Dnma.Engine.Reports.Dashboard;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Reports.Dashboard;

public class FrenchFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1\u202F000")]
    [InlineData(649_492_449, "649\u202F492\u202F449")]
    [InlineData(-1_234, "\u22121\u202F234")]
    [InlineData(long.MaxValue, "9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F807")]
    public void Thousands_stand_apart_by_narrow_no_break_spaces(long value, string expected) => Assert.Equal(expected, FrenchFormat.Count(value));

    // Shares of profiles in the published data of 2025-26: 40.2, 37.5, 19.2 and 3.0 % (domain §2).
    [Theory]
    [InlineData(261_014_932, 649_492_449, "40,2\u202F%")]
    [InlineData(243_368_682, 649_492_449, "37,5\u202F%")]
    [InlineData(124_802_399, 649_492_449, "19,2\u202F%")]
    [InlineData(19_377_465, 649_492_449, "3,0\u202F%")]
    [InlineData(1, 2000, "0,1\u202F%")]
    [InlineData(1, 2001, "<\u202F0,1\u202F%")]
    [InlineData(0, 7, "0,0\u202F%")]
    [InlineData(7, 7, "100,0\u202F%")]
    [InlineData(9_999, 10_000, ">\u202F99,9\u202F%")]
    [InlineData(5, 0, "–")]
    [InlineData(long.MaxValue, long.MaxValue, "100,0\u202F%")]
    public void A_share_has_one_decimal_and_a_comma(long part, long whole, string expected) => Assert.Equal(expected, FrenchFormat.Share(part, whole));

    [Property]
    public bool Only_nothing_reads_as_0_and_only_all_reads_as_100(PositiveInt whole, NonNegativeInt some)
    {
        var part = some.Get % (whole.Get + 1);
        var text = FrenchFormat.Share(part, whole.Get);
        return (text == "0,0\u202F%") == (part == 0) && (text == "100,0\u202F%") == (part == whole.Get);
    }

    [Theory]
    [InlineData(0, 4, "00:00")]
    [InlineData(1_499, 1, "00:01")]
    [InlineData(1_500, 1, "00:02")]
    [InlineData(850_000, 2, "07:05")]
    [InlineData(3_599_499, 1, "59:59")]
    [InlineData(3_599_500, 1, "1:00:00")]
    [InlineData(4_025_000, 1, "1:07:05")]
    [InlineData(4_025_000, 0, "–")]
    public void A_mean_duration_is_rounded_half_up_to_the_second(long sumMs, long visits, string expected) =>
        Assert.Equal(expected, FrenchFormat.MeanDuration(sumMs, visits));

    [Theory]
    [InlineData(7, 2, "3,50")]
    [InlineData(10, 3, "3,33")]
    [InlineData(1, 200, "0,01")]
    [InlineData(2_469, 2, "1\u202F234,50")]
    [InlineData(3, 0, "–")]
    public void A_mean_has_two_decimals(long sum, long count, string expected) => Assert.Equal(expected, FrenchFormat.Mean(sum, count));

    [Fact]
    public void Dates_are_written_out()
    {
        Assert.Equal("jeu. 1er sept. 2022", FrenchFormat.Day(new DateOnly(2022, 9, 1)));
        Assert.Equal("lun. 5 sept. 2022", FrenchFormat.Day(new DateOnly(2022, 9, 5)));
        Assert.Equal("29 févr. 2024", FrenchFormat.Date(new DateOnly(2024, 2, 29)));
    }

    [Fact]
    public void Nouns_are_plural_from_two_on() =>
        Assert.Equal(
            ["0 visite", "1 visite", "2 visites", "1\u202F000 visites"],
            new long[] { 0, 1, 2, 1000 }.Select(count => FrenchFormat.Of(count, "visite", "visites")));

    [Fact]
    public void High_punctuation_and_guillemets_keep_their_word() =>
        Assert.Equal("«\u00A0x\u00A0»\u00A0: y\u202F; z", FrenchFormat.Sentence("« x » : y ; z"));
}
