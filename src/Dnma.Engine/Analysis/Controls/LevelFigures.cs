using Dnma.Engine.Analysis.Series;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>The weekly series of one level's territories: visits, hits, and visits by part. Not thread safe.</summary>
/// <param name="weeks">How many weeks a series has.</param>
internal sealed class LevelFigures(int weeks)
{
    private int[] _slots = [];

    /// <summary>The territories.</summary>
    public UnitIndex Units { get; } = new();

    /// <summary>Visits, territory by territory.</summary>
    public SeriesSet Visits { get; } = new(weeks);

    /// <summary>Hits, territory by territory.</summary>
    public SeriesSet Hits { get; } = new(weeks);

    /// <summary>Visits by part.</summary>
    public SeriesSet Parts { get; } = new(weeks);

    /// <summary>Of which territory and part each series of <see cref="Parts"/> is.</summary>
    public List<(int Unit, int Part)> PartKeys { get; } = [];

    /// <summary>The number of a territory.</summary>
    public int UnitOf(string code)
    {
        var unit = Units.Of(code);
        if (unit == Visits.Count)
        {
            _ = Visits.Add();
            _ = Hits.Add();
            if ((unit + 1) * PartWords.Count > _slots.Length)
            {
                var old = _slots.Length;
                Array.Resize(ref _slots, Math.Max(2 * old, (unit + 1) * PartWords.Count));
                _slots.AsSpan(old).Fill(-1);
            }
        }

        return unit;
    }

    /// <summary>Sets the visits of a part.</summary>
    public void PutPart(int unit, int part, int week, long visits) => Parts.Put(SeriesOf(unit, part), week, visits);

    /// <summary>Adds to the visits of a part.</summary>
    public void AddPart(int unit, int part, int week, long visits) => Parts.Plus(SeriesOf(unit, part), week, visits);

    private int SeriesOf(int unit, int part)
    {
        ref var slot = ref _slots[(unit * PartWords.Count) + part];
        if (slot < 0)
        {
            slot = Parts.Add();
            PartKeys.Add((unit, part));
        }

        return slot;
    }
}
