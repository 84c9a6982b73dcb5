using System.Globalization;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Reports.Readable;

/// <summary>Makes excerpts out of columns. Pure, thread safe.</summary>
internal static class ReadableFields
{
    /// <summary>The columns of a file's table that are shares, and are read as percentages.</summary>
    private static readonly HashSet<string> Shares = new(StringComparer.Ordinal)
    {
        "coverage", "adoption", "activation", "establishment_coverage", "device_coverage", "profile_coverage", "service_coverage", "change_rate",
    };

    /// <summary>The columns of a file's table; what is missing is told by <paramref name="missing"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">Which columns, in which order; none for all.</param>
    /// <param name="missing">What stands for a figure that is not there.</param>
    public static IReadOnlyList<ReadableField> Of(SqlTable table, IReadOnlyList<string> names, string missing = "") =>
        [.. (names.Count == 0 ? table.Columns : names.Select(name => table.Columns.First(column => column.Name == name))).Select(column => Of(column, missing))];

    /// <summary>The first rows of a table.</summary>
    /// <param name="caption">What it is.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="fields">Its columns.</param>
    /// <param name="most">How many rows to show at most.</param>
    public static TableExcerpt Excerpt(string caption, int count, IReadOnlyList<ReadableField> fields, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var shared = fields.Where(field => !field.IsFigure && IsShared(field, count)).ToHashSet();
        var common = string.Join(" · ", fields.Where(field => shared.Contains(field) && field.At(0).Length > 0).Select(field => $"{field.Name} {field.At(0)}"));
        var columns = fields.Where(field => !shared.Contains(field)).ToArray();
        return new TableExcerpt(
            caption,
            common,
            [.. columns.Select(field => new ReadableColumn(field.Name, field.IsFigure))],
            [.. Enumerable.Range(0, Math.Min(count, most)).Select(row => columns.Select(field => field.At(row)).ToArray())],
            count);
    }

    /// <summary>A date as files have it.</summary>
    public static string Date(DateOnly? date) => date is { } known ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static bool IsShared(ReadableField field, int count)
    {
        for (var row = 1; row < count; row++)
        {
            if (field.At(row) != field.At(0))
            {
                return false;
            }
        }

        return count > 0;
    }

    private static ReadableField Of(SqlColumn column, string missing) => column switch
    {
        SqlText text => new(text.Name, false, row => OutsideText.Of(text.At(row))),
        SqlDate date => new(date.Name, false, row => Date(date.At(row))),
        SqlInteger integer => new(integer.Name, true, row => integer.At(row) is { } value ? ReadableFigure.Count(value) : missing),
        SqlNumber number => new(number.Name, true, row => number.At(row) is { } value ? ReadableFigure.Number(value) : missing),
        SqlDecimal share when Shares.Contains(share.Name) => new(share.Name, true, row => share.At(row) is { } value ? ReadableFigure.Percent(value) : missing),
        SqlDecimal number => new(number.Name, true, row => number.At(row) is { } value ? ReadableFigure.Number(value) : missing),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
