using System.Buffers.Binary;
using System.IO.Hashing;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>One part of a split hit as the store keeps it: a run of bytes that begins with its own length. The span is not copied.</summary>
internal readonly ref struct SplitHitRecord(ReadOnlySpan<byte> bytes)
{
    private const int HashAt = 4;
    private const int IndexAt = 12;
    private const int CountAt = 16;
    private const int InstantAt = 20;
    private const int FileAt = 28;
    private const int LineAt = 32;
    private const int OffsetAt = 40;
    private const int PrefetchAt = 48;
    private const int LengthsAt = 49;
    private const int HeaderSize = LengthsAt + (6 * sizeof(int));

    private readonly ReadOnlySpan<byte> _bytes = bytes[..BinaryPrimitives.ReadInt32LittleEndian(bytes)];

    /// <summary>How many bytes the record has.</summary>
    public int Size => _bytes.Length;

    /// <summary>The hash of site, browser and id.</summary>
    public ulong KeyHash => BinaryPrimitives.ReadUInt64LittleEndian(_bytes[HashAt..]);

    /// <summary>The part as it was put in; its spans point into the record.</summary>
    public SplitHitPart Part
    {
        get
        {
            var rest = _bytes[HeaderSize..];
            return new SplitHitPart
            {
                Site = Take(ref rest, 0),
                Client = Take(ref rest, 1),
                Id = Take(ref rest, 2),
                Query = Take(ref rest, 3),
                UserAgent = Take(ref rest, 4),
                ClientHints = Take(ref rest, 5),
                Index = BinaryPrimitives.ReadInt32LittleEndian(_bytes[IndexAt..]),
                Count = BinaryPrimitives.ReadInt32LittleEndian(_bytes[CountAt..]),
                LineInstantMs = BinaryPrimitives.ReadInt64LittleEndian(_bytes[InstantAt..]),
                IsPrefetch = _bytes[PrefetchAt] != 0,
                Position = new RecordPosition(
                    BinaryPrimitives.ReadInt32LittleEndian(_bytes[FileAt..]),
                    BinaryPrimitives.ReadInt64LittleEndian(_bytes[LineAt..]),
                    BinaryPrimitives.ReadInt64LittleEndian(_bytes[OffsetAt..])),
            };
        }
    }

    /// <summary>A hash of what the parts of one hit share: the same in every run.</summary>
    public static ulong HashOf(scoped in SplitHitPart part) => unchecked(
        XxHash3.HashToUInt64(part.Id, (long)XxHash3.HashToUInt64(part.Client, (long)XxHash3.HashToUInt64(part.Site))));

    /// <summary>How many bytes a part takes.</summary>
    public static int SizeOf(scoped in SplitHitPart part) =>
        HeaderSize + part.Site.Length + part.Client.Length + part.Id.Length + part.Query.Length + part.UserAgent.Length + part.ClientHints.Length;

    /// <summary>Writes a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="keyHash">Its <see cref="HashOf"/>.</param>
    /// <param name="destination">Exactly <see cref="SizeOf"/> long.</param>
    public static void Write(scoped in SplitHitPart part, ulong keyHash, Span<byte> destination)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, destination.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[HashAt..], keyHash);
        BinaryPrimitives.WriteInt32LittleEndian(destination[IndexAt..], part.Index);
        BinaryPrimitives.WriteInt32LittleEndian(destination[CountAt..], part.Count);
        BinaryPrimitives.WriteInt64LittleEndian(destination[InstantAt..], part.LineInstantMs);
        BinaryPrimitives.WriteInt32LittleEndian(destination[FileAt..], part.Position.File);
        BinaryPrimitives.WriteInt64LittleEndian(destination[LineAt..], part.Position.Line);
        BinaryPrimitives.WriteInt64LittleEndian(destination[OffsetAt..], part.Position.ByteOffset);
        destination[PrefetchAt] = part.IsPrefetch ? (byte)1 : (byte)0;
        var rest = destination[HeaderSize..];
        Put(destination, ref rest, 0, part.Site);
        Put(destination, ref rest, 1, part.Client);
        Put(destination, ref rest, 2, part.Id);
        Put(destination, ref rest, 3, part.Query);
        Put(destination, ref rest, 4, part.UserAgent);
        Put(destination, ref rest, 5, part.ClientHints);
    }

    /// <summary>Whether two parts belong to one hit.</summary>
    public static bool ShareKey(scoped in SplitHitPart left, scoped in SplitHitPart right) =>
        left.Id.SequenceEqual(right.Id) && left.Client.SequenceEqual(right.Client) && left.Site.SequenceEqual(right.Site);

    /// <summary>
    /// A total order that no arrival order shows through: by hit, then index, then instant, then bytes; the position, which parts that are
    /// otherwise equal differ by, comes last.
    /// </summary>
    public static int Compare(scoped SplitHitRecord left, scoped SplitHitRecord right)
    {
        var order = left.KeyHash.CompareTo(right.KeyHash);
        if (order != 0)
        {
            return order;
        }

        var a = left.Part;
        var b = right.Part;
        order = a.Site.SequenceCompareTo(b.Site);
        order = order != 0 ? order : a.Client.SequenceCompareTo(b.Client);
        order = order != 0 ? order : a.Id.SequenceCompareTo(b.Id);
        order = order != 0 ? order : a.Index.CompareTo(b.Index);
        order = order != 0 ? order : a.LineInstantMs.CompareTo(b.LineInstantMs);
        order = order != 0 ? order : a.Query.SequenceCompareTo(b.Query);
        order = order != 0 ? order : a.UserAgent.SequenceCompareTo(b.UserAgent);
        order = order != 0 ? order : a.ClientHints.SequenceCompareTo(b.ClientHints);
        order = order != 0 ? order : a.IsPrefetch.CompareTo(b.IsPrefetch);
        order = order != 0 ? order : a.Position.File.CompareTo(b.Position.File);
        return order != 0 ? order : a.Position.Line.CompareTo(b.Position.Line);
    }

    private static void Put(Span<byte> record, scoped ref Span<byte> rest, int field, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(record[(LengthsAt + (field * sizeof(int)))..], text.Length);
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    private ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> rest, int field)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(_bytes[(LengthsAt + (field * sizeof(int)))..]);
        var text = rest[..length];
        rest = rest[length..];
        return text;
    }
}
