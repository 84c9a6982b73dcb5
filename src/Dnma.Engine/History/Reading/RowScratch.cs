namespace Dnma.Engine.History.Reading;

/// <summary>Rows that are being read, before they are packed; used again for block after block. Not thread safe.</summary>
internal sealed class RowScratch
{
    private int[] _weeks = new int[1024];
    private int[] _establishments = new int[1024];
    private int[] _labels = new int[1024];
    private long[] _cells = [];
    private byte[] _text = [];
    private int _textLength;
    private readonly List<int> _textEnds = [];
    private int _cellCount;
    private int _textCount;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Weeks => _weeks.AsSpan(0, Count);

    public ReadOnlySpan<int> Establishments => _establishments.AsSpan(0, Count);

    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Count);

    /// <summary>Begins anew.</summary>
    public void Reset(FileLayout layout)
    {
        (_cellCount, _textCount, Count, _textLength) = (layout.CellCount, layout.TextNames.Count, 0, 0);
        _textEnds.Clear();
    }

    /// <summary>The cells of the row that is read next: they count once it is committed.</summary>
    public Span<long> NextCells()
    {
        if ((Count + 1) * _cellCount > _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(2 * _cells.Length, 1024 * Math.Max(1, _cellCount)));
        }

        return _cells.AsSpan(Count * _cellCount, _cellCount);
    }

    public long Cell(int row, int column) => _cells[(row * _cellCount) + column];

    /// <summary>Adds a text of the row that is read next.</summary>
    public void AddText(ReadOnlySpan<byte> text)
    {
        if (_textLength + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _textLength + text.Length));
        }

        text.CopyTo(_text.AsSpan(_textLength));
        _textLength += text.Length;
        _textEnds.Add(_textLength);
    }

    /// <summary>The row is whole.</summary>
    public void Commit(int week, int establishment, int labels)
    {
        if (Count == _weeks.Length)
        {
            Array.Resize(ref _weeks, 2 * Count);
            Array.Resize(ref _establishments, 2 * Count);
            Array.Resize(ref _labels, 2 * Count);
        }

        (_weeks[Count], _establishments[Count], _labels[Count]) = (week, establishment, labels);
        Count++;
    }

    /// <summary>The row is none: what was read of it is forgotten.</summary>
    public void Abandon()
    {
        var kept = Count * _textCount;
        _textEnds.RemoveRange(kept, _textEnds.Count - kept);
        _textLength = kept == 0 ? 0 : _textEnds[^1];
    }

    /// <summary>The texts of all rows; null where there is no such column.</summary>
    public TextColumns? TakeTexts() => _textCount == 0 ? null : new TextColumns(_textCount, _text[.._textLength], [.. _textEnds]);
}
