using Dnma.Engine.Charts;
using Dnma.Engine.Charts.Drawing;
using Dnma.Engine.Charts.Words;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Figures and dates as each language writes them.</summary>
public class ChartWordsTest
{
    private static readonly ChartWords French = ChartWords.Of(LabelLanguage.French);
    private static readonly ChartWords English = ChartWords.Of(LabelLanguage.English);

    [Theory]
    [InlineData(1234567, "1\u202F234\u202F567", "1,234,567")]
    [InlineData(-30, "\u221230", "\u221230")]
    [InlineData(0, "0", "0")]
    public void Counts(int value, string french, string english) => Assert.Equal((french, english), (French.Count(value), English.Count(value)));

    [Theory]
    [InlineData("12.25", "12,3\u202F%", "12.3%")]
    [InlineData("0", "0,0\u202F%", "0.0%")]
    [InlineData("0.01", "<\u202F0,1\u202F%", "<\u202F0.1%")]
    [InlineData("99.97", ">\u202F99,9\u202F%", ">\u202F99.9%")]
    [InlineData("100", "100,0\u202F%", "100.0%")]
    public void Percentages_are_never_rounded_to_nothing_or_all(string value, string french, string english)
    {
        var figure = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((french, english), (French.Figure(figure, ChartUnit.Percent), English.Figure(figure, ChartUnit.Percent)));
    }

    [Theory]
    [InlineData(9999, "9\u202F999", "9,999")]
    [InlineData(12500, "12,5\u202Fk", "12.5k")]
    [InlineData(250000, "250\u202Fk", "250k")]
    [InlineData(3000000, "3\u202FM", "3M")]
    public void Short_numbers(int value, string french, string english) => Assert.Equal((french, english), (French.Short(value), English.Short(value)));

    [Fact]
    public void Dates() => Assert.Equal(
        ("1er\u00A0sept.\u00A02022", "1\u00A0Sep\u00A02022", "5\u00A0févr."),
        (French.Date(new(2022, 9, 1)), English.Date(new(2022, 9, 1)), French.ShortDate(new(2022, 2, 5))));

    [Theory]
    [InlineData("0", "97", "0 20 40 60 80 100")]
    [InlineData("0", "100", "0 20 40 60 80 100")]
    [InlineData("0", "0", "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData("0", "3", "0 1 2 3")]
    [InlineData("-30", "70", "-40 -20 0 20 40 60 80")]
    [InlineData("0", "1234567", "0 500000 1000000 1500000")]
    public void Ticks_are_round(string least, string most, string ticks) => Assert.Equal(
        ticks.Split(' ').Select(tick => decimal.Parse(tick, System.Globalization.CultureInfo.InvariantCulture)),
        Axis.Ticks(decimal.Parse(least, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture), 5));
}
