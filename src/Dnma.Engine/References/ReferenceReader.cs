using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text.Unicode;
using CsvHelper;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>
/// Reads a reference file row by row: CSV separated by semicolons, UTF-8 with or without a byte order mark, a header, RFC 4180 quoting;
/// compressed when its name ends with <c>.gz</c>. Every row is either handed on or in <see cref="Skipped"/>. Not thread safe.
/// </summary>
internal sealed class ReferenceReader : IAsyncDisposable
{
    /// <summary>More than any row needs: beyond it, a quote was left open.</summary>
    private const int MaxRowBytes = 1 << 20;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly bool _isCompressed;
    private readonly DigestingStream _content;
    private readonly CsvReader _csv;
    private readonly List<SkippedRow> _skipped = [];
    private long _openQuoteLine;

    private ReferenceReader(string path)
    {
        _path = path;
        _isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        _content = new DigestingStream(_isCompressed ? new GZipStream(_file, CompressionMode.Decompress) : _file);
        _csv = CsvReader.Create(
            _content,
            CsvReaderOptions.Default with
            {
                Separator = ';',
                MalformedData = CsvMalformedDataHandling.Skip,
                FieldCountMismatch = CsvFieldCountHandling.Skip,
                OnMalformedRecord = Skip,
                MaxRecordSize = MaxRowBytes,
                TrackLineNumbers = true,
                PoolStrings = true,
            },
            leaveOpen: true);
    }

    /// <summary>The rows that were not handed on, in the order they stand in.</summary>
    public IReadOnlyList<SkippedRow> Skipped => _skipped;

    /// <summary>The line that the current row starts on.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="EngineException">The file cannot be read, or is no such CSV.</exception>
    public static async Task<ReferenceReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ReferenceReader? reader = null;
        try
        {
            reader = new ReferenceReader(path);
            await reader._csv.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            reader.CheckHeader();
            return reader;
        }
        catch (Exception exception)
        {
            if (reader is not null)
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }

            if (Explain(path, exception) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns>False after the last one.</returns>
    /// <exception cref="EngineException">The rest of the file cannot be read, or is not UTF-8.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool found;
        try
        {
            found = await _csv.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Explain(_path, exception) is not null)
        {
            throw Explain(_path, exception)!;
        }

        if (_openQuoteLine > 0)
        {
            // Everything after it was taken for one field: to skip that as one row would lose rows silently.
            throw OpenQuote(_path, _openQuoteLine);
        }

        if (found && !Utf8.IsValid(_csv.RawRecord))
        {
            throw NotUtf8(_path, Line);
        }

        return found;
    }

    /// <summary>The position of a column, whatever the case of its name; −1 when the file has none of that name.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="otherName">What the column is called in other data sets, where the file has none of the first name.</param>
    /// <exception cref="EngineException">The file has two of that name.</exception>
    public int Column(string name, string? otherName = null)
    {
        if (!_csv.TryGetFieldIndex(name, out var index))
        {
            return otherName is null ? -1 : Column(otherName);
        }

        return _csv.TryGetFieldIndex(name, 1, out _)
            ? throw new EngineException(ErrorId.InvalidReference, _path, $"the column {name} stands twice in the header", "remove one of them")
            : index;
    }

    /// <summary>The position of a column that the file must have, under either name.</summary>
    /// <exception cref="EngineException">It has not, or has two.</exception>
    public int MandatoryColumn(string name, string? otherName = null)
    {
        var index = Column(name, otherName);
        if (index >= 0)
        {
            return index;
        }

        // A log given by mistake has a record where the header should be: what cannot be a column's name may be an identifier.
        var seen = string.Join(" | ", _csv.Headers.Select(header => IsName(header) ? header : "…"));
        seen = seen.Length <= 300 ? seen : string.Concat(seen.AsSpan(0, 300), "…");
        throw new EngineException(
            ErrorId.InvalidReference,
            _path,
            $"no column {name}; its columns are: {seen}",
            "give a CSV file whose first line names the columns, separated by semicolons");
    }

    private static bool IsName(string header) =>
        header.Length <= 60 && header.All(static character => char.IsLetter(character) || "_ -'()/".Contains(character, StringComparison.Ordinal));

    /// <summary>A field of the current row without the white space around it; empty for a column that the file has not.</summary>
    public string Field(int column) => column < 0 ? "" : _csv.GetString(column).Trim();

    /// <summary>Counts the current row as not used.</summary>
    public void Skip(string reason) => Skip(Line, reason);

    /// <summary>Counts an earlier row as not used.</summary>
    public void Skip(long line, string reason) => _skipped.Add(new SkippedRow(line, reason));

    /// <summary>Makes sure that the file is whole, after the last row.</summary>
    /// <returns>SHA-256 of the uncompressed content, as lower-case hexadecimal.</returns>
    /// <exception cref="EngineException">The compressed file is cut short.</exception>
    public async Task<string> CompleteAsync(CancellationToken cancellationToken)
    {
        await _content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        if (_isCompressed && _file.CanSeek)
        {
            // .NET takes a cut gzip file for a whole one. RFC 1952 ends a file with the length, modulo 2³², of its last member's content.
            var trailer = new byte[sizeof(uint)];
            _file.Seek(Math.Max(0, _file.Length - trailer.Length), SeekOrigin.Begin);
            await _file.ReadAtLeastAsync(trailer, trailer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != unchecked((uint)_content.BytesRead))
            {
                throw new EngineException(
                    ErrorId.UnreadableInput,
                    _path,
                    "the compressed file is cut short, or made of several members",
                    "fetch it again, or decompress it");
            }
        }

        return _content.Digest();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync().ConfigureAwait(false);
        await _content.DisposeAsync().ConfigureAwait(false);
    }

    private void CheckHeader()
    {
        if (_csv.Headers.Count == 0)
        {
            throw new EngineException(ErrorId.InvalidReference, _path, "the file is empty", "give a CSV file whose first line names the columns");
        }

        foreach (var header in _csv.Headers)
        {
            if (header.Contains('\uFFFD', StringComparison.Ordinal))
            {
                throw NotUtf8(_path, 1);
            }
        }
    }

    private void Skip(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            _openQuoteLine = record.LineNumber;
            return;
        }

        Skip(record.LineNumber, record.Reason == CsvMalformedReason.FieldCountMismatch
            ? "it has not as many fields as the header"
            : "a quote stands where none may");
    }

    private static EngineException? Explain(string path, Exception exception) => exception switch
    {
        InvalidDataException => new EngineException(ErrorId.UnreadableInput, path, "the compressed file is damaged or cut short", "fetch it again", exception),
        FileNotFoundException or DirectoryNotFoundException => new EngineException(ErrorId.UnreadableInput, path, "no such file", "check the path", exception),
        IOException or UnauthorizedAccessException => new EngineException(ErrorId.UnreadableInput, path, "the file cannot be read", "check that it is a file and may be read", exception),
        CsvFormatException format => OpenQuote(path, format.LineNumber),
        _ => null,
    };

    private static EngineException OpenQuote(string path, long line) => new(
        ErrorId.InvalidReference,
        path,
        string.Create(CultureInfo.InvariantCulture, $"a quote opens in the row of line {line} and does not close"),
        "close the quote, or fetch the file again");

    private static EngineException NotUtf8(string path, long line) => new(
        ErrorId.InvalidReference,
        path,
        string.Create(CultureInfo.InvariantCulture, $"line {line} is not UTF-8"),
        "convert the file, for example with: iconv -f ISO-8859-1 -t UTF-8");
}
