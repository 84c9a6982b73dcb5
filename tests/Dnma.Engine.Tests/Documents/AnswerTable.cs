using System.Collections;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Tests.Documents;

/// <summary>An answer as a table of texts: of a data frame, or of objects whose properties are its columns.</summary>
internal sealed record AnswerTable(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    public static AnswerTable Of(object answer)
    {
        if (answer is DataFrame frame)
        {
            return new AnswerTable([.. frame.Columns.Select(column => column.Name)], [.. frame.Rows.Select(row => row.Select(TextOf).ToArray())]);
        }

        var rows = ((IEnumerable)answer).Cast<object>().ToArray();
        var columns = rows[0].GetType().GetProperties();
        return new AnswerTable([.. columns.Select(column => column.Name)], [.. rows.Select(row => columns.Select(column => TextOf(column.GetValue(row))).ToArray())]);
    }

    /// <summary>In Markdown.</summary>
    public override string ToString() => string.Join('\n', Rows.Prepend([.. Columns.Select(_ => "---")]).Prepend([.. Columns]).Select(row => $"| {string.Join(" | ", row)} |"));

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Replace("|", "\\|", StringComparison.Ordinal),
    };
}
