using System.Globalization;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Figures as French readers write them: narrow no-break spaces between thousands and before %, a decimal comma. Rounds half up, once, from
/// exact integers. Pure, thread safe, blind to the machine's culture.
/// </summary>
internal static class FrenchFormat
{
    /// <summary>Shown where there is nothing to divide by.</summary>
    public const string Nothing = "–";

    /// <summary>U+202F, which keeps a figure and its unit on one line.</summary>
    public const string NarrowSpace = "\u202F";

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberGroupSeparator = NarrowSpace,
        NumberGroupSizes = [3],
        NumberDecimalSeparator = ",",
        NegativeSign = "\u2212",
    };

    private static readonly string[] Days = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."];

    private static readonly string[] Months =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    /// <summary>A whole number: <c>1 234 567</c>.</summary>
    public static string Count(long value) => value.ToString("N0", Numbers);

    /// <summary>
    /// <paramref name="part"/> of <paramref name="whole"/> with one decimal: <c>12,3 %</c>. What is neither nothing nor all is never written
    /// as 0 or 100.
    /// </summary>
    public static string Share(long part, long whole)
    {
        if (whole <= 0)
        {
            return Nothing;
        }

        var tenths = RoundedQuotient((Int128)part * 1000, whole);
        var text = (tenths, part) switch
        {
            (0, > 0) => $"<{NarrowSpace}0,1",
            (1000, _) when part < whole => $">{NarrowSpace}99,9",
            _ => (tenths / 10m).ToString("N1", Numbers),
        };
        return text + NarrowSpace + "%";
    }

    /// <summary>A mean with two decimals: <c>3,46</c>.</summary>
    public static string Mean(long sum, long count) =>
        count <= 0 ? Nothing : (RoundedQuotient((Int128)sum * 100, count) / 100m).ToString("N2", Numbers);

    /// <summary>A figure that need not be a count: whole from 100 on, else with three decimals at most.</summary>
    public static string Figure(double value) =>
        Math.Abs(value) is >= 100 and < 1e15 ? Count((long)Math.Round(value, MidpointRounding.AwayFromZero)) : value.ToString("0.###", Numbers);

    /// <summary>A mean duration, to the second: <c>07:05</c>, from an hour on <c>1:07:05</c>.</summary>
    public static string MeanDuration(long sumMs, long count)
    {
        if (count <= 0)
        {
            return Nothing;
        }

        var seconds = RoundedQuotient(sumMs, (Int128)count * 1000);
        var (minutes, second) = (seconds / 60, seconds % 60);
        return minutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes:00}:{second:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}:{second:00}");
    }

    /// <summary>A date without its day of the week: <c>5 sept. 2022</c>, <c>1er sept. 2022</c>.</summary>
    public static string Date(DateOnly date)
    {
        var day = date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {Months[date.Month - 1]} {date.Year}");
    }

    /// <summary>A date with its day of the week: <c>lun. 5 sept. 2022</c>.</summary>
    public static string Day(DateOnly date) => $"{Days[(int)date.DayOfWeek]} {Date(date)}";

    /// <summary>A number and its noun: nouns take an s from two on, so <c>0 visite</c>, <c>2 visites</c>.</summary>
    public static string Of(long count, string singular, string plural) =>
        $"{Count(count)} {(count is > -2 and < 2 ? singular : plural)}";

    /// <summary>A sentence with the no-break spaces that French puts before high punctuation and inside guillemets.</summary>
    public static string Sentence(string text) => text
        .Replace(" ;", NarrowSpace + ";", StringComparison.Ordinal)
        .Replace(" :", "\u00A0:", StringComparison.Ordinal)
        .Replace("« ", "«\u00A0", StringComparison.Ordinal)
        .Replace(" »", "\u00A0»", StringComparison.Ordinal);

    private static long RoundedQuotient(Int128 numerator, Int128 denominator) =>
        (long)(((2 * numerator) + denominator) / (2 * denominator));
}
