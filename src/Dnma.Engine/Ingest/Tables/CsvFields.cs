using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Splits lines of delimited text into fields (RFC 4180, save that no field spans lines). A field that begins with a quote is quoted, and
/// two quotes in it are one; a quote elsewhere is an ordinary character. Reused line by line; not thread safe.
/// </summary>
internal sealed class CsvFields(int count, byte separator)
{
    /// <summary>Start of each field in the line; for a field that had to be unescaped, the complement of its start in the scratch.</summary>
    private readonly int[] _starts = new int[count];
    private readonly int[] _lengths = new int[count];
    private byte[] _scratch = [];

    /// <summary>How many fields a line must have.</summary>
    public int Count => _starts.Length;

    /// <summary>How many fields the line that was split last has; not told for a line that is <see cref="CsvSplit.UnclosedQuote"/> or <see cref="CsvSplit.Malformed"/>.</summary>
    public int Seen { get; private set; }

    /// <summary>A field of the line that was split last: valid until the next split.</summary>
    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index)
    {
        var start = _starts[index];
        return start >= 0 ? line.Slice(start, _lengths[index]) : _scratch.AsSpan(~start, _lengths[index]);
    }

    /// <summary>Splits a line.</summary>
    public CsvSplit Split(ReadOnlySpan<byte> line) => Split(line, Vector256.IsHardwareAccelerated);

    /// <summary>The same in one of two ways, which find the same.</summary>
    internal CsvSplit Split(ReadOnlySpan<byte> line, bool byVectors)
    {
        var found = byVectors ? SplitByVectors(line) : SplitByBytes(line, 0, 0, 0);
        return found < 0 ? SplitQuoted(line) : Outcome(found);
    }

    /// <summary>Splits a line without quotes, 32 bytes at a time; −1 when there is a quote after all.</summary>
    private int SplitByVectors(ReadOnlySpan<byte> line)
    {
        var separators = Vector256.Create(separator);
        var quotes = Vector256.Create((byte)'"');
        ref var bytes = ref MemoryMarshal.GetReference(line);
        var fields = 0;
        var start = 0;
        var at = 0;
        for (; at <= line.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var chunk = Vector256.LoadUnsafe(ref bytes, (nuint)at);
            if (Vector256.EqualsAny(chunk, quotes))
            {
                return -1;
            }

            var bits = Vector256.Equals(chunk, separators).ExtractMostSignificantBits();
            while (bits != 0)
            {
                var end = at + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
                Note(fields++, start, end);
                start = end + 1;
            }
        }

        return SplitByBytes(line, at, start, fields);
    }

    private int SplitByBytes(ReadOnlySpan<byte> line, int at, int start, int fields)
    {
        for (; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                return -1;
            }

            if (line[at] == separator)
            {
                Note(fields++, start, at);
                start = at + 1;
            }
        }

        Note(fields++, start, line.Length);
        return fields;
    }

    private CsvSplit Outcome(int fields)
    {
        Seen = fields;
        return fields == Count ? CsvSplit.Ok : CsvSplit.FieldCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int field, int start, int end)
    {
        if ((uint)field < (uint)_starts.Length)
        {
            _starts[field] = start;
            _lengths[field] = end - start;
        }
    }

    private CsvSplit SplitQuoted(ReadOnlySpan<byte> line)
    {
        if (_scratch.Length < line.Length)
        {
            _scratch = new byte[Math.Max(line.Length, _scratch.Length * 2)];
        }

        var scratchUsed = 0;
        var fields = 0;
        var at = 0;
        while (true)
        {
            int end;
            if (at < line.Length && line[at] == '"')
            {
                end = ReadQuoted(line, at + 1, fields, ref scratchUsed);
                if (end < 0)
                {
                    return CsvSplit.UnclosedQuote;
                }

                if (end < line.Length && line[end] != separator)
                {
                    return CsvSplit.Malformed;
                }
            }
            else
            {
                var length = line[at..].IndexOf(separator);
                end = length < 0 ? line.Length : at + length;
                Note(fields, at, end);
            }

            fields++;
            if (end == line.Length)
            {
                return Outcome(fields);
            }

            at = end + 1;
        }
    }

    /// <summary>Reads a quoted field from behind its opening quote; the index behind its closing quote, or −1.</summary>
    private int ReadQuoted(ReadOnlySpan<byte> line, int start, int field, ref int scratchUsed)
    {
        var length = line[start..].IndexOf((byte)'"');
        if (length < 0)
        {
            return -1;
        }

        var close = start + length;
        if (close + 1 == line.Length || line[close + 1] != '"')
        {
            Note(field, start, close);
            return close + 1;
        }

        var scratchStart = scratchUsed;
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                if (at + 1 == line.Length || line[at + 1] != '"')
                {
                    if ((uint)field < (uint)_starts.Length)
                    {
                        _starts[field] = ~scratchStart;
                        _lengths[field] = scratchUsed - scratchStart;
                    }

                    return at + 1;
                }

                at++;
            }

            _scratch[scratchUsed++] = line[at];
        }

        return -1;
    }
}
