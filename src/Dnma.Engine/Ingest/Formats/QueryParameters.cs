using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Splits query strings <c>a=b&amp;c=d</c> into their parameters in one pass, without decoding. Only <c>&amp;</c> separates (<c>;</c> is an ordinary
/// character); empty parameters (<c>&amp;&amp;</c>) are skipped; a parameter without <c>=</c> has a name and an empty value; further equals signs belong to
/// the value. Every repetition is shown, and the reader decides which one wins (by rule the first). Not thread safe: one for each decoder.
/// </summary>
/// <remarks>
/// Sixty-four bytes are looked at together, and all parameters are found before the first one is read, in a loop short enough for its state to stay in registers.
/// </remarks>
internal sealed class QueryParameters
{
    private readonly bool _byVectors;
    private QueryParameter[] _found = new QueryParameter[2 * QueryMarks.BlockBytes];

    public QueryParameters()
        : this(Vector128.IsHardwareAccelerated)
    {
    }

    /// <param name="byVectors">See <see cref="QueryMarks.Of"/>.</param>
    internal QueryParameters(bool byVectors) => _byVectors = byVectors;

    /// <summary>Whether something of the query that was split last may have to be decoded: a percent or a plus sign.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>The parameters of a query, in their order; good until the next one is split.</summary>
    public ReadOnlySpan<QueryParameter> Split(ReadOnlySpan<byte> query)
    {
        var (count, start, equals) = (0, 0, -1);
        var escapes = 0UL;
        for (var block = 0; block < query.Length; block += QueryMarks.BlockBytes)
        {
            // As many as a block can end, and the last one.
            if (_found.Length - count <= QueryMarks.BlockBytes)
            {
                Array.Resize(ref _found, _found.Length * 2);
            }

            var found = _found;
            var marks = QueryMarks.Of(query, block, _byVectors);
            var equalsSigns = marks.EqualsSigns;
            escapes |= marks.Escapes;
            for (var ends = marks.Ampersands; ends != 0; ends &= ends - 1)
            {
                // The lowest bit that is set, and those below it.
                var upToEnd = ends ^ (ends - 1);
                var end = block + BitOperations.TrailingZeroCount(ends);
                if (equals < 0 && (equalsSigns & upToEnd) != 0)
                {
                    equals = block + BitOperations.TrailingZeroCount(equalsSigns);
                }

                if (end > start)
                {
                    found[count++] = Between(start, equals, end);
                }

                equalsSigns &= ~upToEnd;
                (start, equals) = (end + 1, -1);
            }

            if (equals < 0 && equalsSigns != 0)
            {
                equals = block + BitOperations.TrailingZeroCount(equalsSigns);
            }
        }

        if (query.Length > start)
        {
            _found[count++] = Between(start, equals, query.Length);
        }

        HasEscapes = escapes != 0;
        return _found.AsSpan(0, count);
    }

    private static QueryParameter Between(int start, int equals, int end) =>
        equals < 0 ? new QueryParameter(start, end - start, end, 0) : new QueryParameter(start, equals - start, equals + 1, end - equals - 1);
}
