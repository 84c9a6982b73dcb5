using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Walks the parameters of a query string <c>a=b&amp;c=d</c> in one pass, without decoding and without allocation. Only <c>&amp;</c>
/// separates (<c>;</c> is an ordinary character); empty parameters (<c>&amp;&amp;</c>) are skipped; a parameter without <c>=</c> has a name and
/// an empty value. Names come as written: every repetition is shown, and the reader decides which one wins (by rule the first).
/// </summary>
/// <remarks>Sixty-four bytes are looked at together: a bit for every separator among them, taken one after the other.</remarks>
internal ref struct QueryString
{
    private readonly ReadOnlySpan<byte> _query;
    private readonly bool _byVectors;
    private int _next;
    private int _nameStart;
    private int _nameLength;

    // The block that is being walked: where it begins, its separators still to be taken, and which of its bytes are equals signs.
    private int _block = -QueryMarks.BlockBytes;
    private ulong _separators;
    private ulong _equals;
    private ulong _escapes;

    public QueryString(ReadOnlySpan<byte> query)
        : this(query, Vector128.IsHardwareAccelerated)
    {
    }

    /// <param name="query">The query.</param>
    /// <param name="byVectors">See <see cref="QueryMarks.Of"/>.</param>
    internal QueryString(ReadOnlySpan<byte> query, bool byVectors)
    {
        _query = query;
        _byVectors = byVectors;
    }

    /// <summary>The name, undecoded.</summary>
    public readonly ReadOnlySpan<byte> Name => _query.Slice(_nameStart, _nameLength);

    /// <summary>Where the value begins in the query.</summary>
    public int ValueStart { get; private set; }

    /// <summary>How many bytes the value has.</summary>
    public int ValueLength { get; private set; }

    /// <summary>Whether the parameter has an equals sign.</summary>
    public bool HasEquals { get; private set; }

    /// <summary>Whether something of what was walked so far, or will be, may have to be decoded: a percent or a plus sign.</summary>
    public readonly bool HasEscapes => _escapes != 0;

    /// <summary>The value, undecoded.</summary>
    public readonly ReadOnlySpan<byte> Value => _query.Slice(ValueStart, ValueLength);

    /// <summary>Goes to the next parameter; false at the end.</summary>
    public bool MoveNext()
    {
        while (_next < _query.Length)
        {
            _nameStart = _next;
            var end = NextSeparator(out var isEquals);
            HasEquals = isEquals;
            _nameLength = end - _nameStart;
            ValueStart = end;
            ValueLength = 0;
            if (isEquals)
            {
                ValueStart = end + 1;
                while (isEquals)
                {
                    // Further equals signs belong to the value.
                    end = NextSeparator(out isEquals);
                }

                ValueLength = end - ValueStart;
            }

            _next = end + 1;
            if (HasEquals || _nameLength > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the current value reach to the end of the query, separators included: there is no parameter after it.</summary>
    public void TakeRest()
    {
        ValueLength = _query.Length - ValueStart;
        _next = _query.Length;

        // What is not walked is not known to be plain.
        _escapes = ulong.MaxValue;
    }

    /// <summary>Where the next <c>=</c> or <c>&amp;</c> stands; the query's length where there is none.</summary>
    private int NextSeparator(out bool isEquals)
    {
        while (_separators == 0)
        {
            if (_block + QueryMarks.BlockBytes >= _query.Length)
            {
                isEquals = false;
                return _query.Length;
            }

            _block += QueryMarks.BlockBytes;
            var marks = QueryMarks.Of(_query, _block, _byVectors);
            _equals = marks.EqualsSigns;
            _separators = marks.EqualsSigns | marks.Ampersands;
            _escapes |= marks.Escapes;
        }

        var bit = BitOperations.TrailingZeroCount(_separators);
        _separators &= _separators - 1;
        isEquals = (_equals >> bit & 1) != 0;
        return _block + bit;
    }
}
