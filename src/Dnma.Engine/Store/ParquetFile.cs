using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Store;

/// <summary>A Parquet file opened for reading: its columns, and queries over its rows in the file's order. Not thread safe.</summary>
internal sealed class ParquetFile : IDisposable
{
    // No columns are made up from folder names.
    private const string Options = "hive_partitioning = false, union_by_name = false";
    private const string Source = $" FROM read_parquet(?, {Options})";
    private const string NumberedSource = $" FROM read_parquet(?, {Options}, {RowNumber} = true)";
    private const string RowNumber = "file_row_number";

    private readonly DuckDbSession _session;
    private readonly string _pattern;
    private readonly string _path;

    private ParquetFile(DuckDbSession session, string path)
    {
        _session = session;
        _path = path;
        _pattern = PatternOf(path);
    }

    /// <summary>The columns, in the file's order.</summary>
    public IReadOnlyList<ParquetColumn> Columns { get; private set; } = [];

    /// <summary>The column names as UTF-8.</summary>
    public IReadOnlyList<byte[]> ColumnNames { get; private set; } = [];

    /// <summary>Opens a file and reads its columns.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file.</exception>
    public static ParquetFile Open(string path, DuckDbSettings settings, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "there is no such file", "check the path");
        }

        var file = new ParquetFile(DuckDbSession.Open(settings), path);
        try
        {
            using var query = file.Select("*", " LIMIT 0", cancellationToken);
            var columns = new ParquetColumn[query.ColumnCount];
            var names = new byte[columns.Length][];
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = new ParquetColumn(query.ColumnName(i), query.ColumnType(i));
                names[i] = Encoding.UTF8.GetBytes(columns[i].Name);
            }

            file.Columns = columns;
            file.ColumnNames = names;
            return file;
        }
        catch (DuckDbFailure failure)
        {
            file.Dispose();
            throw file.Error(failure);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The index of the column called <paramref name="name"/>, in any case and with blanks around it; −1 where none is.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < ColumnNames.Count; i++)
        {
            if (Ascii.EqualsIgnoreCase(ColumnNames[i].AsSpan().Trim(" \t"u8), name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Starts reading all rows.</summary>
    /// <param name="expressions">What to read of each row, as SQL.</param>
    /// <param name="cancellationToken">Interrupts the reading.</param>
    /// <exception cref="DuckDbFailure">DuckDB cannot read the file.</exception>
    public DuckDbQuery Read(IEnumerable<string> expressions, CancellationToken cancellationToken) =>
        Select(string.Join(", ", expressions), "", cancellationToken);

    /// <summary>How many row groups the file has, 1 at least.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: the file's end tells nothing.</exception>
    public int CountRowGroups(CancellationToken cancellationToken)
    {
        try
        {
            using var query = _session.Query("SELECT CAST(sum(num_row_groups) AS BIGINT) FROM parquet_file_metadata(?)", [_pattern], cancellationToken);
            return query.NextChunk() ? (int)Math.Clamp(query.Column(0).Int64(0), 1, int.MaxValue) : 1;
        }
        catch (DuckDbFailure failure)
        {
            throw Error(failure);
        }
    }

    /// <summary>Takes all rows where they are decoded, in any order; behind the expressions stands the row's number, from 0.</summary>
    /// <param name="expressions">What to take of each row, as SQL; at least two columns that differ from row to row.</param>
    /// <param name="functions">Of SQL, that answer for a text; expressions may call them by name.</param>
    /// <param name="take">Called by any of the session's threads, also by several at once. What it throws is thrown here.</param>
    /// <param name="cancellationToken">Interrupts the reading.</param>
    /// <exception cref="DuckDbFailure">DuckDB cannot read the file.</exception>
    public void Take(
        IEnumerable<string> expressions, IEnumerable<(string Name, DuckDbFunctions.Body Body)> functions, Action<DuckDbRows> take, CancellationToken cancellationToken)
    {
        // A file whose own column has the name is numbered as it is read, by one thread.
        var isTaken = Columns.Any(column => column.Name.Equals(RowNumber, StringComparison.OrdinalIgnoreCase));
        var number = isTaken ? "row_number() OVER () - 1" : RowNumber;
        using var ours = new DuckDbFunctions(_session, cancellationToken);
        foreach (var (name, body) in functions)
        {
            ours.AddOfText(name, body);
        }

        DuckDbRowTap.Run(_session, ours, [.. expressions, number], isTaken ? Source : NumberedSource, [_pattern], take, cancellationToken);
    }

    /// <summary>The error that a user is told when reading broke off.</summary>
    public EngineException Error(DuckDbFailure failure) => failure.IsOutOfMemory
        ? new EngineException(
            ErrorId.MemoryLimitTooLow, _path, "its row groups do not fit into the memory limit", "raise --memory, or write smaller row groups")
        : new EngineException(
            ErrorId.UnreadableInput,
            _path,
            $"it cannot be read as Parquet ({failure.Clause})",
            "copy or export the file again, it may be cut or damaged");

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>
    /// DuckDB takes a path for a pattern, and a scheme in front for a remote file: an absolute path has no scheme, and a class of one character
    /// stands for that character.
    /// </summary>
    private static string PatternOf(string path)
    {
        var pattern = new StringBuilder();
        foreach (var character in Path.GetFullPath(path))
        {
            _ = character is '*' or '?' or '[' ? pattern.Append('[').Append(character).Append(']') : pattern.Append(character);
        }

        return pattern.ToString();
    }

    private DuckDbQuery Select(string what, string rest, CancellationToken cancellationToken) =>
        _session.Query("SELECT " + what + Source + rest, [_pattern], cancellationToken);
}
