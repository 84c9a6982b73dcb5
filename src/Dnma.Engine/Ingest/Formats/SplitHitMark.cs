namespace Dnma.Engine.Ingest.Formats;

/// <summary>The mark of a split hit's part, <c>mh=index-count-id</c> (domain §4.2).</summary>
internal readonly ref struct SplitHitMark
{
    /// <summary>The most parts that a mark may announce. Parts are cut at 2 000 characters: no honest hit comes near.</summary>
    public const int MaxCount = 99;

    private SplitHitMark(int index, int count, ReadOnlySpan<byte> id)
    {
        Index = index;
        Count = count;
        Id = id;
    }

    /// <summary>1-based, at most <see cref="Count"/>.</summary>
    public int Index { get; }

    /// <summary>How many parts there are: 1 to <see cref="MaxCount"/>.</summary>
    public int Count { get; }

    /// <summary>The id that the parts share; never empty, may hold hyphens.</summary>
    public ReadOnlySpan<byte> Id { get; }

    /// <summary>Reads a decoded mark.</summary>
    /// <returns>False when it has not the form, or its index is not one of its count.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out SplitHitMark mark)
    {
        mark = default;
        var first = text.IndexOf((byte)'-');
        if (first < 0)
        {
            return false;
        }

        var rest = text[(first + 1)..];
        var second = rest.IndexOf((byte)'-');
        if (second < 0
            || second + 1 == rest.Length
            || !HitRequests.TryInteger(text[..first], out var index)
            || !HitRequests.TryInteger(rest[..second], out var count)
            || index < 1
            || count > MaxCount
            || index > count)
        {
            return false;
        }

        mark = new SplitHitMark((int)index, (int)count, rest[(second + 1)..]);
        return true;
    }
}
