using Dnma.Engine.Contracts;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// A Parquet file as the lines of text that a CSV export of the same rows would have: fields in quotes, separated by semicolons, empty where a value is null. So a reader of
/// such lines reads both. Not thread safe.
/// </summary>
internal sealed class ParquetLines : IDisposable
{
    private readonly ParquetFile _file;
    private readonly DuckDbQuery _query;
    private int _row;
    private bool _isAtEnd;

    private ParquetLines(ParquetFile file, DuckDbQuery query) => (_file, _query) = (file, query);

    /// <summary>The names of the columns, in the file's order.</summary>
    public IReadOnlyList<string> Names => [.. _file.Columns.Select(column => column.Name)];

    /// <summary>Opens a file.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: it is no whole Parquet file.</exception>
    public static ParquetLines Open(string path, int threads, CancellationToken cancellationToken)
    {
        var file = ParquetFile.Open(path, DuckDbSettings.Default with { Threads = threads }, cancellationToken);
        try
        {
            return new ParquetLines(file, file.Read([string.Join(" || ';' || ", file.Columns.Select(FieldOf))], cancellationToken));
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

    /// <summary>Writes as many whole lines as fit, one at least.</summary>
    /// <param name="rent">Gives a buffer of so many bytes at least.</param>
    /// <param name="bytes">How many are wanted.</param>
    /// <returns>The buffer, how much of it is written, and how many lines that is; no line at the end.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: the file cannot be read on.</exception>
    public (byte[] Buffer, int Length, int Lines) Next(Func<int, byte[]> rent, int bytes)
    {
        try
        {
            byte[]? buffer = null;
            for (var (length, lines) = (0, 0); ;)
            {
                if (_isAtEnd || (_row == _query.RowCount && !NextChunk()))
                {
                    return (buffer ?? rent(0), length, lines);
                }

                var line = _query.Column(0).Bytes(_row);
                buffer ??= rent(Math.Max(bytes, line.Length + 1));
                if (length + line.Length + 1 > buffer.Length)
                {
                    return (buffer, length, lines);
                }

                line.CopyTo(buffer.AsSpan(length));
                length += line.Length + 1;
                buffer[length - 1] = (byte)'\n';
                lines++;
                _row++;
            }
        }
        catch (DuckDbFailure failure)
        {
            throw _file.Error(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _query.Dispose();
        _file.Dispose();
    }

    private bool NextChunk()
    {
        _row = 0;
        _isAtEnd = !_query.NextChunk();
        return !_isAtEnd;
    }

    /// <summary>A field, as a text without line breaks; days as they are written, whether they came as a date, an instant or a text.</summary>
    private static string FieldOf(ParquetColumn column)
    {
        var name = DuckDbSession.Identifier(column.Name);
        var text = column.Type switch
        {
            DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs or DuckDBType.TimestampTz =>
                $"CASE WHEN {name} = date_trunc('day', {name}) THEN strftime({name}, '%Y-%m-%d') ELSE CAST({name} AS VARCHAR) END",
            // A blob is text that an older writer left without its type; bytes that are no UTF-8 are shown escaped.
            DuckDBType.Blob => $"coalesce(TRY(decode({name})), CAST({name} AS VARCHAR))",
            _ => column.AsText(),
        };
        return $"coalesce('\"' || replace(replace(replace({text}, '\"', '\"\"'), chr(10), ' '), chr(13), ' ') || '\"', '')";
    }
}
