using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Store.Sql;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// The tables of a measurement as data frames: the columns of their files, in order, typed: dates as <see cref="DateTime"/> at midnight
/// without zone, counts as <see cref="long"/>, quotients as <see cref="decimal"/> of six decimals (null without value), figures of findings as
/// <see cref="double"/>, the rest as text. Thread safe.
/// </summary>
public static class DataFrames
{
    /// <summary>The columns of <c>indicators.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IndicatorTable table) => Of(MeasurementTables.Of(table));

    /// <summary>The columns of <c>rates.csv</c>.</summary>
    public static DataFrame ToDataFrame(this RateTable table) => Of(MeasurementTables.Of(table));

    /// <summary>The columns of <c>events.csv</c>.</summary>
    public static DataFrame ToDataFrame(this EventTable table) => Of(MeasurementTables.Of(table));

    /// <summary>The columns of a published table; mean times are whole seconds, suppressed cells null.</summary>
    public static DataFrame ToDataFrame(this OpenDataTable table) => Of(MeasurementTables.Of(table));

    /// <summary>The columns of <c>rejects.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<RejectRow> rows) => Of(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>controls.csv</c>; figures are not rounded.</summary>
    public static DataFrame ToDataFrame(this FindingTable findings) => Of(MeasurementTables.Of(findings));

    /// <summary>The columns of <c>deployment.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<DeploymentRow> rows) => Of(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>coverage.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<CoverageRow> rows) => Of(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>adoption.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<AdoptionRow> rows) => Of(MeasurementTables.Of(rows));

    /// <summary>The answer to a query.</summary>
    /// <param name="database">A database that is open.</param>
    /// <param name="sql">One statement, in DuckDB's dialect.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: the statement is wrong, two of its columns have one name, or one is of a type that data frames
    /// do not have (cast it in the query). <see cref="ErrorId.NotAdditive"/>: it adds up a column of distinct users.
    /// </exception>
    public static DataFrame Query(this MeasurementDatabase database, string sql) => database.Read(sql, QueryFrame.Read);

    /// <summary>The rows in which a column of text holds a value, in their order: what <c>DataFrame.Filter</c> asks several lines for.</summary>
    /// <param name="frame">Left unchanged.</param>
    /// <param name="column">A column of text.</param>
    /// <param name="value">Compared by code units; nothing equals an empty cell.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no column of text has this name.</exception>
    public static DataFrame Where(this DataFrame frame, string column, string value) =>
        frame.Columns.FirstOrDefault(one => one.Name == column) is StringDataFrameColumn texts
            ? DistinctCountColumn.Keep(frame, frame.Filter(new BooleanDataFrameColumn(column, texts.Select(text => text == value))))
            : throw new EngineException(ErrorId.InvalidOption, column, "no column of text has this name", $"use one of {string.Join(", ", frame.Columns.OfType<StringDataFrameColumn>().Select(one => one.Name))}");

    /// <summary>A table of typed columns as a data frame.</summary>
    internal static DataFrame Of(SqlTable table)
    {
        var columns = new DataFrameColumn[table.Columns.Count];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = Of(table.Columns[index], table.Count);
        }

        return new DataFrame(columns);
    }

    private static DataFrameColumn Of(SqlColumn column, int count) => column switch
    {
        SqlText text => new StringDataFrameColumn(text.Name, Values(text.At, count)),
        SqlDate date => new DateTimeDataFrameColumn(date.Name, Values(row => date.At(row)?.ToDateTime(TimeOnly.MinValue), count)),
        SqlInteger integer when DistinctColumns.Contain(integer.Name) => new DistinctCountColumn(integer.Name, Values(integer.At, count)),
        SqlInteger integer => new Int64DataFrameColumn(integer.Name, Values(integer.At, count)),
        SqlNumber number => new DoubleDataFrameColumn(number.Name, Values(number.At, count)),
        SqlDecimal number => new DecimalDataFrameColumn(number.Name, Values(number.At, count)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static IEnumerable<T> Values<T>(Func<int, T> at, int count)
    {
        for (var row = 0; row < count; row++)
        {
            yield return at(row);
        }
    }
}
