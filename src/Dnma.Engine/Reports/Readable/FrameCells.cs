using System.Globalization;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports.Readable;

/// <summary>How cells of data frames are read. Pure, thread safe.</summary>
internal static class FrameCells
{
    private const int MostDecimals = 6;

    /// <summary>A column of a frame. Texts, dates and truths are keys; all else are figures, with as many decimals as the shown ones need.</summary>
    /// <param name="column">The column.</param>
    /// <param name="shown">How many of its rows are shown at most.</param>
    public static ReadableField Of(DataFrameColumn column, int shown)
    {
        var isKey = column.DataType == typeof(string) || column.DataType == typeof(DateTime) || column.DataType == typeof(bool) || column.DataType == typeof(char);
        var decimals = isKey ? 0 : Enumerable.Range(0, (int)Math.Min(column.Length, shown)).Select(row => DecimalsOf(column[row])).DefaultIfEmpty().Max();
        return new(OutsideText.Of(column.Name), !isKey, row => Text(column[row], decimals));
    }

    private static int DecimalsOf(object? value)
    {
        var number = Number(value);
        for (var decimals = 0; decimals < MostDecimals; decimals++)
        {
            if (number is null || Math.Round(number.Value, decimals) == number)
            {
                return decimals;
            }
        }

        return MostDecimals;
    }

    private static string Text(object? value, int decimals) => value switch
    {
        null => "",
        string text => OutsideText.Of(text),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ when Number(value) is { } number => ReadableFigure.Number(number, decimals),
        double number => ReadableFigure.Number(number),
        float number => ReadableFigure.Number(number),
        _ => OutsideText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>A number that has an exact decimal text of reasonable length; null for others, and for what is no number.</summary>
    private static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        double number => double.IsFinite(number) && (Math.Abs(number) is >= 1e-6 and < 1e15 || number == 0) ? (decimal)number : null,
        float number => Number((double)number),
        byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
