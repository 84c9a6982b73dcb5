using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Store.Exchange;

namespace Dnma.Engine.Reports;

/// <summary>
/// Gathers rows from outside into a table of indicators, whatever their order: puts them in order, and refuses what no measurement writes. Not thread safe.
/// </summary>
/// <param name="source">What is read, for messages.</param>
internal sealed class IndicatorGathering(string source)
{
    private readonly List<IndicatorColumns> _parts = [];
    private long _rows;

    /// <summary>Which columns are read: those of indicators; others may stand beside them.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: one is missing, or there twice.</exception>
    public IReadOnlyList<string> Choose(IReadOnlyList<string> names)
    {
        foreach (var field in IndicatorFields.All)
        {
            var count = names.Count(name => name == field.Name);
            if (count != 1)
            {
                throw new EngineException(
                    ErrorId.InvalidReference, source, $"the column {field.Name} is {(count == 0 ? "missing" : "there twice")}",
                    $"give {string.Join(", ", IndicatorFields.All.Select(one => one.Name))}");
            }
        }

        return [.. IndicatorFields.All.Select(field => field.Name)];
    }

    /// <summary>Takes the rows of a table.</summary>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidReference"/>: a column is missing or of another type, or a value is none of an indicator: the message names row and column.
    /// </exception>
    public void Add(ForeignTable table, CancellationToken cancellationToken)
    {
        _ = Choose([.. table.Columns.Select(column => column.Name)]);
        var figures = ColumnsOf(table, IndicatorFields.Figures);
        var withheld = WithheldOf(table.Count, figures);
        var part = IndicatorColumns.Allocate(table.Count, withheld);
        foreach (var (field, column) in IndicatorFields.Keys.Zip(ColumnsOf(table, IndicatorFields.Keys)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(field, column, part, null);
        }

        foreach (var (field, column) in IndicatorFields.Figures.Zip(figures))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(field, column, part, withheld);
        }

        _parts.Add(part);
        _rows += table.Count;
    }

    /// <summary>The table of all rows.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: two rows have one key.</exception>
    public IndicatorTable ToTable()
    {
        var all = IndicatorColumns.Of(_parts);
        var order = Enumerable.Range(0, all.Count).ToArray();
        if (!Enumerable.Range(1, Math.Max(all.Count - 1, 0)).All(row => all.Compare(row - 1, row) < 0))
        {
            Array.Sort(order, (left, right) => all.Compare(left, right) is var compared && compared != 0 ? compared : left.CompareTo(right));
            for (var at = 1; at < order.Length; at++)
            {
                if (all.Compare(order[at - 1], order[at]) == 0)
                {
                    throw Refused(order[at], $"it has the key of row {order[at - 1] + 1}: {KeyOf(all.Row(order[at]))}", null);
                }
            }

            all = all.Take([.. order]);
        }

        return new IndicatorTable(all);
    }

    private static ForeignColumn[] ColumnsOf(ForeignTable table, IReadOnlyList<IndicatorField> fields) =>
        [.. fields.Select(field => table.Columns.First(column => column.Name == field.Name))];

    private static string KeyOf(IndicatorRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Period.Code()} {row.PeriodStart:yyyy-MM-dd} {row.Level.Code()} {row.Dimension.Code}");

    /// <summary>Rows without any figure; null where there is none, as in a table that was never withheld from.</summary>
    private bool[]? WithheldOf(int rows, ForeignColumn[] figures)
    {
        var (withheld, row) = (new bool[rows], 0);
        try
        {
            for (; row < rows; row++)
            {
                withheld[row] = figures[0].Whole(row) is null && IsWithheld(figures, row);
            }
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw Refused(_rows + row, $"a figure: {Reason(error)}", error);
        }

        return Array.Exists(withheld, one => one) ? withheld : null;
    }

    private static bool IsWithheld(ForeignColumn[] figures, int row) => Array.TrueForAll(figures, column => column.Whole(row) is null);

    private void Read(IndicatorField field, ForeignColumn column, IndicatorColumns part, bool[]? withheld)
    {
        for (var row = 0; row < part.Count; row++)
        {
            if (withheld?[row] == true)
            {
                continue;
            }

            try
            {
                field.Read(part, row, column);
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                throw Refused(_rows + row, $"column {field.Name}: {Reason(error)}", error);
            }
        }
    }

    private static string Reason(Exception error) => error is FormatException ? error.Message : "it exceeds 64 bits";

    private EngineException Refused(long row, string problem, Exception? inner) => new(
        ErrorId.InvalidReference, source, string.Create(CultureInfo.InvariantCulture, $"row {row + 1}: {problem}"), "give the table as it was written", inner);
}
