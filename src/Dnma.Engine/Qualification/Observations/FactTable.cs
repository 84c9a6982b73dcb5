namespace Dnma.Engine.Qualification.Observations;

/// <summary>
/// Counts by code and fact: for each code of a dictionary a row of as many counts as there are facts. Rows come in pages, made when one is first written, so
/// that a worker holds those of the places it meets. Added up over workers and shards; not thread safe.
/// </summary>
internal sealed class FactTable(int facts)
{
    private const int PageBits = 7;
    private const int PageMask = (1 << PageBits) - 1;
    private long[]?[] _pages = new long[]?[16];

    /// <summary>How many facts a row has.</summary>
    public int Facts => facts;

    /// <summary>The counts of a code, to be added to.</summary>
    public Span<long> RowOf(int code)
    {
        var pages = _pages;
        var page = code >> PageBits;
        var rows = page < pages.Length && pages[page] is { } known ? known : Grow(page);
        return rows.AsSpan((code & PageMask) * facts, facts);
    }

    /// <summary>The counts of a code, or none where nothing of its neighbours was counted.</summary>
    public ReadOnlySpan<long> Find(int code) =>
        code >> PageBits < _pages.Length && _pages[code >> PageBits] is { } rows ? rows.AsSpan((code & PageMask) * facts, facts) : [];

    /// <summary>Adds counts to those of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="counts">As many as there are facts, or none.</param>
    public void Add(int code, ReadOnlySpan<long> counts)
    {
        if (counts.ContainsAnyExcept(0L))
        {
            var row = RowOf(code);
            for (var fact = 0; fact < counts.Length; fact++)
            {
                row[fact] += counts[fact];
            }
        }
    }

    /// <summary>Adds the counts of another table of the same facts and codes.</summary>
    public void Add(FactTable other)
    {
        for (var page = 0; page < other._pages.Length; page++)
        {
            if (other._pages[page] is not { } theirs)
            {
                continue;
            }

            var ours = page < _pages.Length && _pages[page] is { } known ? known : Grow(page);
            for (var i = 0; i < ours.Length; i++)
            {
                ours[i] += theirs[i];
            }
        }
    }

    private long[] Grow(int page)
    {
        if (page >= _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(page + 1, _pages.Length * 2));
        }

        return _pages[page] ??= new long[facts << PageBits];
    }
}
