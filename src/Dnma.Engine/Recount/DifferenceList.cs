namespace Dnma.Engine.Recount;

/// <summary>Counts figures compared, and keeps the first that differ, in the order of cells and columns: the same ones in whatever order they are found.</summary>
internal sealed class DifferenceList(int most)
{
    private static readonly Comparer<RecountDifference> ByCell = Comparer<RecountDifference>.Create((x, y) =>
    {
        var order = string.CompareOrdinal(x.Cell, y.Cell);
        return order != 0 ? order : string.CompareOrdinal(x.Column, y.Column);
    });

    private readonly SortedSet<RecountDifference> _first = new(ByCell);

    /// <summary>Figures compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Figures that differ.</summary>
    public long Differing { get; private set; }

    /// <summary>The first of those.</summary>
    public IReadOnlyList<RecountDifference> First => [.. _first];

    /// <summary>Compares the figures of one cell.</summary>
    /// <param name="cell">Names the cell, when it must be.</param>
    /// <param name="columns">Names the figures.</param>
    /// <param name="counted">One count.</param>
    /// <param name="recounted">The other one.</param>
    public void Compare(Func<string> cell, ReadOnlySpan<string> columns, ReadOnlySpan<long> counted, ReadOnlySpan<long> recounted)
    {
        Compared += columns.Length;
        if (counted.SequenceEqual(recounted))
        {
            return;
        }

        var name = cell();
        for (var i = 0; i < columns.Length; i++)
        {
            if (counted[i] != recounted[i])
            {
                Differing++;
                _first.Add(new RecountDifference(name, columns[i], counted[i], recounted[i]));
                if (_first.Count > most)
                {
                    _first.Remove(_first.Max!);
                }
            }
        }
    }
}
