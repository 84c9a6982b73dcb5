using System.Globalization;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Reports.Readable;

/// <summary>Figures for the eye: a space between thousands, a decimal point. Pure, thread safe, blind to the machine's culture.</summary>
internal static class ReadableFigure
{
    /// <summary>Shown where there is nothing to divide by.</summary>
    public const string Nothing = "–";

    private const long MsPerSecond = 1000;
    private const long SecondsPerMinute = 60;
    private const long SecondsPerHour = 3600;

    /// <summary>A whole number: <c>1 234 567</c>.</summary>
    public static string Count(long value) => Spaced(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A number with up to six decimals.</summary>
    public static string Number(decimal value) => Spaced(value.ToString("#,0.######", CultureInfo.InvariantCulture));

    /// <summary>A number with so many decimals.</summary>
    public static string Number(decimal value, int decimals) => Spaced(value.ToString($"N{decimals}", CultureInfo.InvariantCulture));

    /// <summary>A figure that need not be a count, as files have it.</summary>
    public static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Count((long)value) : FigureText.Of(value);

    /// <summary>A share: <c>12.3 %</c>.</summary>
    public static string Percent(Ratio share) => share.HasValue ? Percent(share.Value!.Value) : Nothing;

    /// <summary>A share that was divided already.</summary>
    public static string Percent(decimal share) => $"{Number(Math.Round(share * 100, 1, MidpointRounding.AwayFromZero), 1)} %";

    /// <summary>A mean time, rounded to the second: <c>0:12:44</c>.</summary>
    public static string Time(Ratio ms) => ms.HasValue ? Time(((ms.Round() * 2) + MsPerSecond) / (2 * MsPerSecond)) : Nothing;

    /// <summary>The figure of an indicator, by its unit.</summary>
    public static string Of(Indicator indicator, Ratio value) =>
        indicator.Unit == "1" ? Percent(value)
        : indicator.Unit.StartsWith("ms", StringComparison.Ordinal) ? Time(value)
        : value.HasValue ? Number(value.Value!.Value, 2) : Nothing;

    private static string Time(long seconds) => string.Create(
        CultureInfo.InvariantCulture, $"{seconds / SecondsPerHour}:{seconds / SecondsPerMinute % SecondsPerMinute:00}:{seconds % SecondsPerMinute:00}");

    private static string Spaced(string number) => number.Replace(',', ' ').Replace('-', '\u2212');
}
