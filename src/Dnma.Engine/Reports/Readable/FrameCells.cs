using System.Globalization;
using Dnma.Engine.Reports.Dashboard;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports.Readable;

/// <summary>How cells of data frames are read. Pure, thread safe.</summary>
internal static class FrameCells
{
    /// <summary>A column of a frame. Texts, dates and truths are keys; all else are figures.</summary>
    public static ReadableField Of(DataFrameColumn column) =>
        new(OutsideText.Of(column.Name), !(column.DataType == typeof(string) || column.DataType == typeof(DateTime) || column.DataType == typeof(bool) || column.DataType == typeof(char)), row => Text(column[row]));

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => OutsideText.Of(text),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => ReadableFigure.Number(number),
        float number => ReadableFigure.Number(number),
        decimal number => ReadableFigure.Number(number),
        ulong number => ReadableFigure.Number((decimal)number),
        byte or sbyte or short or ushort or int or uint or long => ReadableFigure.Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => OutsideText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
