using System.Buffers.Binary;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// A look-up from a two-part number to a short run of bytes: open addressing over pages of bytes, about 34 bytes a row beside its content, all of it
/// taken from a budget. Not thread safe while rows are added.
/// </summary>
internal sealed class PackedRows(ByteBudget budget)
{
    private const int PageBytes = 1 << 20;
    private const int EntryBytes = 24;

    private readonly List<byte[]> _pages = [];
    private Entry[] _entries = [];
    private int _pageUsed = PageBytes;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The content of a row, if there is such a row.</summary>
    public bool TryGet(ulong site, ulong id, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (Count == 0)
        {
            return false;
        }

        ref readonly var entry = ref Find(site, id);
        if (entry.Id == 0)
        {
            return false;
        }

        content = Content(entry.Place);
        return true;
    }

    /// <summary>Adds a row, or puts new content in the place of the old.</summary>
    /// <param name="site">The first part of the key.</param>
    /// <param name="id">The second part; not 0.</param>
    /// <param name="content">The content.</param>
    public void Set(ulong site, ulong id, ReadOnlySpan<byte> content)
    {
        if (Count >= _entries.Length / 10L * 7)
        {
            Grow();
        }

        ref var entry = ref Find(site, id);
        if (entry.Id == 0)
        {
            entry.Site = site;
            entry.Id = id;
            Count++;
        }

        entry.Place = Store(content);
    }

    private ref Entry Find(ulong site, ulong id)
    {
        var mask = _entries.Length - 1;
        var at = unchecked((int)((((site * 0x9E3779B97F4A7C15) ^ id) * 0xD6E8FEB86659FD93) >> 32)) & mask;
        while (_entries[at].Id != 0 && (_entries[at].Id != id || _entries[at].Site != site))
        {
            at = (at + 1) & mask;
        }

        return ref _entries[at];
    }

    private void Grow()
    {
        var old = _entries;
        var length = Math.Max(1024, checked(old.Length * 2));
        budget.Take((long)length * EntryBytes);
        _entries = new Entry[length];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Id != 0)
            {
                Find(entry.Site, entry.Id) = entry;
            }
        }

        budget.Return((long)old.Length * EntryBytes);
    }

    private long Store(ReadOnlySpan<byte> content)
    {
        var needed = sizeof(int) + content.Length;
        if (_pageUsed + needed > PageBytes)
        {
            var bytes = Math.Max(PageBytes, needed);
            budget.Take(bytes);
            _pages.Add(new byte[bytes]);
            _pageUsed = 0;
        }

        var page = _pages.Count - 1;
        var place = ((long)page << 32) | (uint)_pageUsed;
        BinaryPrimitives.WriteInt32LittleEndian(_pages[page].AsSpan(_pageUsed), content.Length);
        content.CopyTo(_pages[page].AsSpan(_pageUsed + sizeof(int)));
        _pageUsed += needed;
        return place;
    }

    private ReadOnlySpan<byte> Content(long place)
    {
        var page = _pages[(int)(place >> 32)];
        var at = (int)(place & uint.MaxValue);
        return page.AsSpan(at + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(at)));
    }

    private struct Entry
    {
        public ulong Site;
        public ulong Id;
        public long Place;
    }
}
