using Apache.Arrow;
using Apache.Arrow.Ipc;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// A table of a measurement as typed, named columns, on its way to another format. Every format has the same columns, in the same order, and null for what is
/// withheld or has no value. Nothing is copied before a format is asked for. Made by <see cref="TypedTables"/>. Immutable, thread safe.
/// </summary>
public sealed class TypedTable
{
    /// <summary>How many rows a batch of Arrow has unless it is said.</summary>
    public const int DefaultRowsPerBatch = 1 << 16;

    private readonly SqlTable _table;

    internal TypedTable(SqlTable table)
    {
        _table = table;
        Columns = [.. table.Columns.Select(column => new TypedColumn(column.Name, TypeOf(column), column.IsNullable, ColumnTitles.Of(column.Name).French, ColumnTitles.Of(column.Name).English))];
    }

    /// <summary>The table's name, as in SQL: <c>indicators</c>.</summary>
    public string Name => _table.Name;

    /// <summary>How many rows it has.</summary>
    public int Count => _table.Count;

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<TypedColumn> Columns { get; }

    /// <summary>
    /// The same table with labels of its rows: behind <c>code</c> what the territory is called (<c>code_label</c>), behind <c>modality</c> and <c>profile</c> their
    /// French labels (<c>modality_label</c>, <c>profile_label</c>). Empty where nobody knows a label.
    /// </summary>
    /// <param name="annuaire">Names establishments, communes and circonscriptions; académies, départements and regions are known without.</param>
    public TypedTable WithLabels(Annuaire? annuaire = null) => new(RowLabels.Added(_table, annuaire ?? Annuaire.Empty));

    /// <summary>As a data frame, in memory.</summary>
    /// <param name="naming">How its columns are called; as in files by default.</param>
    public DataFrame ToDataFrame(ColumnNaming naming = ColumnNaming.Files)
    {
        var frame = DataFrames.Of(_table);
        if (naming == ColumnNaming.Files)
        {
            return frame;
        }

        foreach (var (column, typed) in frame.Columns.Zip(Columns))
        {
            column.SetName(naming == ColumnNaming.French ? typed.French : typed.English);
        }

        // A frame finds its columns by the names that they had when they came to it.
        return new DataFrame(frame.Columns);
    }

    /// <summary>
    /// As one batch of Arrow, in memory: codes by dictionary, counts as 64-bit integers, dates as days, quotients as decimals; fields carry their titles as metadata
    /// (<c>fr</c>, <c>en</c>).
    /// </summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: its texts exceed 2 GiB, which one batch cannot hold.</exception>
    public RecordBatch ToArrow()
    {
        try
        {
            return Arrow().Batch(0, Count);
        }
        catch (OverflowException error)
        {
            throw new EngineException(ErrorId.InvalidOption, Name, "one batch of Arrow cannot hold its texts", "take them batch by batch, with ToArrowStream", error);
        }
    }

    /// <summary>As a stream of batches of Arrow, of which one is in memory at a time, beside the dictionaries, that all of them share.</summary>
    /// <param name="rowsPerBatch">How many rows a batch has; the last one may have fewer. A table without rows has no batch, and its schema.</param>
    /// <returns>A stream for one reader; it may be disposed of at any time.</returns>
    public IArrowArrayStream ToArrowStream(int rowsPerBatch = DefaultRowsPerBatch)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowsPerBatch);
        return new ArrowTableStream(Arrow(), Count, rowsPerBatch);
    }

    /// <summary>Writes Arrow's stream format (<c>.arrows</c>), batch by batch, as Arrow libraries of any language read it.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="rowsPerBatch">How many rows a batch has.</param>
    /// <param name="cancellationToken">Stops within a batch.</param>
    public async Task WriteArrowAsync(Stream stream, int rowsPerBatch = DefaultRowsPerBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var batches = ToArrowStream(rowsPerBatch);
        using var writer = new ArrowStreamWriter(stream, batches.Schema, leaveOpen: true);
        await writer.WriteStartAsync(cancellationToken).ConfigureAwait(false);
        while (await batches.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            using (batch)
            {
                await writer.WriteRecordBatchAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }

        await writer.WriteEndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes a Parquet file, a row group in memory at a time. It appears whole, over one that has its name. The same table gives the same bytes.
    /// </summary>
    /// <param name="path">The file; its folder is made when missing.</param>
    /// <param name="cancellationToken">Stops the writing within some thousand rows; no file appears.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    public Task WriteParquetAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(
            () =>
            {
                using var files = new AtomicFiles(Path.GetDirectoryName(Path.GetFullPath(path))!);
                files.WriteAt(Path.GetFileName(path), temporary => ParquetExport.Write(_table, temporary, cancellationToken));
                files.Publish();
            },
            cancellationToken);
    }

    private static ColumnType TypeOf(SqlColumn column) => column switch
    {
        SqlText { IsFree: true } => ColumnType.Text,
        SqlText => ColumnType.Code,
        SqlDate => ColumnType.Date,
        SqlInteger when DistinctColumns.Contain(column.Name) => ColumnType.DistinctCount,
        SqlInteger => ColumnType.Count,
        SqlDecimal => ColumnType.Quotient,
        _ => ColumnType.Number,
    };

    private ArrowTable Arrow() => new(_table, column => [new("fr", ColumnTitles.Of(column.Name).French), new("en", ColumnTitles.Of(column.Name).English)]);
}
