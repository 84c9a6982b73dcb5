using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>Which of sixty-four bytes of a query are marks that mean something: a bit for each byte, the first one lowest. Pure.</summary>
/// <param name="EqualsSigns">Where <c>=</c> stands.</param>
/// <param name="Ampersands">Where <c>&amp;</c> stands.</param>
/// <param name="Escapes">Where <c>%</c> or <c>+</c> stands.</param>
internal readonly record struct QueryMarks(ulong EqualsSigns, ulong Ampersands, ulong Escapes)
{
    /// <summary>How many bytes are looked at together.</summary>
    public const int BlockBytes = 64;

    /// <summary>Looks at the bytes from <paramref name="start"/> on, 64 or as many as there are.</summary>
    /// <param name="query">The query.</param>
    /// <param name="start">Where to begin, before the end of the query.</param>
    /// <param name="byVectors">Whether the processor looks at many bytes with one instruction; both ways find the same.</param>
    public static QueryMarks Of(ReadOnlySpan<byte> query, int start, bool byVectors)
    {
        if (!byVectors || query.Length < BlockBytes)
        {
            return ByBytes(query[start..]);
        }

        // The last block reaches back over bytes that were looked at before, and forgets them.
        var from = Math.Min(start, query.Length - BlockBytes);
        var marks = ByVectors(query[from..]);
        var seen = start - from;
        return new QueryMarks(marks.EqualsSigns >> seen, marks.Ampersands >> seen, marks.Escapes >> seen);
    }

    private static QueryMarks ByVectors(ReadOnlySpan<byte> block)
    {
        var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(block));
        return new QueryMarks(
            Vector512.Equals(bytes, Vector512.Create((byte)'=')).ExtractMostSignificantBits(),
            Vector512.Equals(bytes, Vector512.Create((byte)'&')).ExtractMostSignificantBits(),
            (Vector512.Equals(bytes, Vector512.Create((byte)'%')) | Vector512.Equals(bytes, Vector512.Create((byte)'+'))).ExtractMostSignificantBits());
    }

    private static QueryMarks ByBytes(ReadOnlySpan<byte> rest)
    {
        var (equals, ampersands, escapes) = (0UL, 0UL, 0UL);
        for (var i = 0; i < Math.Min(rest.Length, BlockBytes); i++)
        {
            var bit = 1UL << i;
            switch (rest[i])
            {
                case (byte)'=': equals |= bit; break;
                case (byte)'&': ampersands |= bit; break;
                case (byte)'%' or (byte)'+': escapes |= bit; break;
            }
        }

        return new QueryMarks(equals, ampersands, escapes);
    }
}
