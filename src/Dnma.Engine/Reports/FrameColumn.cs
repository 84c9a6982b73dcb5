using Dnma.Engine.Store.Exchange;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>A column of a data frame as a column from outside. <c>DataFrame.LoadCsv</c> guesses single precision for integers unless it is told their types: such columns are refused.</summary>
internal sealed class FrameColumn(DataFrameColumn column) : ForeignColumn(column.Name)
{
    /// <summary>The rows of a frame.</summary>
    public static ForeignTable Of(DataFrame frame) =>
        new(checked((int)frame.Rows.Count), [.. frame.Columns.Select(column => new FrameColumn(column))]);

    /// <inheritdoc/>
    public override string TypeName => column.DataType.Name;

    /// <inheritdoc/>
    public override bool HoldsTexts => column is StringDataFrameColumn;

    /// <inheritdoc/>
    public override string? Text(int row) => column is StringDataFrameColumn texts ? texts[row] : base.Text(row);

    /// <inheritdoc/>
    public override DateOnly? Date(int row) => column switch
    {
        PrimitiveDataFrameColumn<DateTime> dates => dates[row] is { } date ? DateOf(date) : null,
        StringDataFrameColumn texts => texts[row] is { } text ? DateOf(text) : null,
        _ => base.Date(row),
    };

    /// <inheritdoc/>
    public override long? Whole(int row) => column switch
    {
        PrimitiveDataFrameColumn<long> numbers => numbers[row],
        PrimitiveDataFrameColumn<int> numbers => numbers[row],
        PrimitiveDataFrameColumn<short> numbers => numbers[row],
        PrimitiveDataFrameColumn<sbyte> numbers => numbers[row],
        PrimitiveDataFrameColumn<byte> numbers => numbers[row],
        PrimitiveDataFrameColumn<ushort> numbers => numbers[row],
        PrimitiveDataFrameColumn<uint> numbers => numbers[row],
        PrimitiveDataFrameColumn<ulong> numbers => checked((long?)numbers[row]),
        PrimitiveDataFrameColumn<double> numbers => numbers[row] is { } value ? WholeOf(value) : null,
        _ => base.Whole(row),
    };
}
