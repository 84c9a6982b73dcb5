using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>Reads Parquet exports of Matomo's raw tables (domain §4.4): the same rows as from CSV, with the same outcome.</summary>
internal static class ParquetMatomoReader
{
    /// <summary>Reads all rows of a table: into the look-ups for log_visit and log_action, which come first; else as hits into the sink.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileOrdinal">Its ordinal in the run.</param>
    /// <param name="tables">The look-ups of the database that the table belongs to.</param>
    /// <param name="sink">Where hits and rejects go, on the calling thread.</param>
    /// <param name="settings">How DuckDB works.</param>
    /// <param name="cancellationToken">Breaks off the reading.</param>
    /// <returns>How many rows were read.</returns>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file; <see cref="ErrorId.UndecidedFormat"/>: it is none of the
    /// three tables, or a look-up that its rows need is empty; <see cref="ErrorId.MemoryLimitTooLow"/>: the look-ups outgrow their budget.
    /// </exception>
    public static long Read(
        string path, int fileOrdinal, MatomoTables tables, RecordSink sink, DuckDbSettings settings, CancellationToken cancellationToken)
    {
        using var file = ParquetFile.Open(path, settings, cancellationToken);
        var table = ParquetTables.Recognise(file) ?? throw new EngineException(
            ErrorId.UndecidedFormat,
            path,
            $"it is no raw table of Matomo; its columns are: {ColumnList.Shown(file.ColumnNames)}",
            "export log_visit, log_action and log_link_visit_action with their own column names");
        try
        {
            if (table == MatomoTable.Links)
            {
                tables.RequireLoaded();
                return ReadRows(file, table, fileOrdinal, tables, sink, cancellationToken);
            }

            lock (tables.Gate)
            {
                return ReadRows(file, table, fileOrdinal, tables, sink, cancellationToken);
            }
        }
        catch (DuckDbFailure failure)
        {
            throw file.Error(failure);
        }
    }

    private static long ReadRows(
        ParquetFile file, MatomoTable table, int fileOrdinal, MatomoTables tables, RecordSink sink, CancellationToken cancellationToken)
    {
        var names = sink.CustomNames;
        var expressions = new List<string>();
        var read = new List<MatomoColumn>();
        for (var i = 0; i < file.Columns.Count; i++)
        {
            if (MatomoSchema.Find(table, file.ColumnNames[i], tables.Columns) is var column and not MatomoColumn.None)
            {
                read.Add(column);
                expressions.Add(column == MatomoColumn.IdVisitor ? file.Columns[i].AsHexText() : file.Columns[i].AsText());
            }
        }

        var custom = new List<int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (file.IndexOf(names[i]) is var column and >= 0)
            {
                custom.Add(i);
                expressions.Add(file.Columns[column].AsText());
            }
        }

        var taker = new MatomoRowTaker(table, tables, sink);
        var customs = new CustomValues(names.Length);
        var columns = new DuckDbVector[expressions.Count];
        long rows = 0;
        using var query = file.Read(expressions, cancellationToken);
        while (query.NextChunk())
        {
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = query.Column(i);
            }

            for (var at = 0; at < query.RowCount; at++)
            {
                var row = default(MatomoRow);
                for (var i = 0; i < read.Count; i++)
                {
                    row.Set(read[i], columns[i].Bytes(at));
                }

                customs.Clear();
                for (var i = 0; i < custom.Count; i++)
                {
                    customs.Set(custom[i], columns[read.Count + i].Bytes(at));
                }

                taker.Take(row, customs, new RecordPosition(fileOrdinal, ++rows, -1), row.ServerTime);
            }
        }

        return rows;
    }
}
