using Apache.Arrow;
using Apache.Arrow.Ipc;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// Reads indicators back from what they were written to, or from what somebody else made of them. Columns go by name, in any order; others may stand beside them.
/// Rows may be in any order. A row without any figure is a withheld one. Refused, with a message that names column and row: a column that is missing or of another
/// type, a value that is no period, level, date or count, a negative figure, a row of which some figures are missing, two rows of one key. From CSV:
/// <see cref="IndicatorCsvReader"/>. Thread safe.
/// </summary>
public static class IndicatorTables
{
    /// <summary>Rows of a data frame, as of <see cref="DataFrames.ToDataFrame(IndicatorTable)"/>; dates are instants of midnight or ISO texts, counts whole numbers of any width.</summary>
    /// <param name="frame">Left unchanged.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: it is no table of indicators.</exception>
    public static IndicatorTable FromDataFrame(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Gathered("data frame", gathering => gathering.Add(FrameColumn.Of(frame), CancellationToken.None));
    }

    /// <summary>Rows of one batch of Arrow; texts may be plain, large, views, or by dictionary.</summary>
    /// <param name="batch">Left unchanged, and not disposed of.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: it is no table of indicators.</exception>
    public static IndicatorTable FromArrow(RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Gathered("record batch", gathering => gathering.Add(ArrowColumn.Of(batch, new TextPool()), CancellationToken.None));
    }

    /// <summary>Rows of a stream of Arrow; each batch is disposed of when it was read, the stream is not.</summary>
    /// <param name="stream">The batches, for example of an <c>ArrowStreamReader</c>.</param>
    /// <param name="cancellationToken">Stops between two columns of a batch.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: it is no table of indicators.</exception>
    public static async Task<IndicatorTable> FromArrowAsync(IArrowArrayStream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (gathering, pool) = (new IndicatorGathering("record batches"), new TextPool());
        _ = gathering.Choose([.. stream.Schema.FieldsList.Select(field => field.Name)]);
        while (await stream.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            using (batch)
            {
                gathering.Add(ArrowColumn.Of(batch, pool), cancellationToken);
            }
        }

        return gathering.ToTable();
    }

    /// <summary>Rows of a Parquet file, whoever wrote it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Interrupts the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file. <see cref="ErrorId.InvalidReference"/>: it is no table of indicators.
    /// </exception>
    public static Task<IndicatorTable> FromParquetAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(
            () => Gathered(path, gathering => DuckDbTable.ReadParquet(path, gathering.Choose, rows => gathering.Add(rows, cancellationToken), cancellationToken)), cancellationToken);
    }

    /// <summary>Rows of a table or view of a DuckDB database file, which is opened for reading only.</summary>
    /// <param name="path">The file, for example of <see cref="MeasurementSql.SaveAsync"/>.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Interrupts the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, it is no database, or has no such table. <see cref="ErrorId.InvalidReference"/>: it is no table of indicators.
    /// </exception>
    public static Task<IndicatorTable> FromDatabaseAsync(string path, string table = "indicators", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(
            () => Gathered(path, gathering => DuckDbTable.ReadDatabase(path, table, gathering.Choose, rows => gathering.Add(rows, cancellationToken), cancellationToken)), cancellationToken);
    }

    /// <summary>The answer to a query, as a table of indicators: a part of one, or one that SQL derived.</summary>
    /// <param name="database">A database that is open.</param>
    /// <param name="sql">One query, in DuckDB's dialect.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: the query is wrong. <see cref="ErrorId.NotAdditive"/>: it adds up a column of distinct users.
    /// <see cref="ErrorId.InvalidReference"/>: its answer is no table of indicators.
    /// </exception>
    public static IndicatorTable FromQuery(MeasurementDatabase database, string sql)
    {
        ArgumentNullException.ThrowIfNull(database);
        return Gathered("query", gathering => DuckDbTable.ReadQuery(database, sql, gathering.Choose, rows => gathering.Add(rows, CancellationToken.None)));
    }

    private static IndicatorTable Gathered(string source, Action<IndicatorGathering> fill)
    {
        var gathering = new IndicatorGathering(source);
        fill(gathering);
        return gathering.ToTable();
    }
}
