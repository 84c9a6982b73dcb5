using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Writes the pseudonyms of ids into the columns of a batch. Those that are not remembered wait until eight of them can be computed at once, so that a column is
/// whole behind <see cref="Complete"/> only. One for each worker; not thread safe.
/// </summary>
/// <param name="remembered">Those that all workers of a run remember.</param>
/// <param name="pseudonymizer">This worker's own.</param>
/// <param name="lanes">Computes eight at once; null to compute them one by one, which comes to the same.</param>
internal sealed class PseudonymColumn(PseudonymCache remembered, Pseudonymizer pseudonymizer, PseudonymLanes? lanes)
{
    private readonly Waiting[] _waiting = new Waiting[Sha256Lanes.Count];
    private readonly Pseudonym[] _computed = new Pseudonym[Sha256Lanes.Count];

    /// <summary>Writes one pseudonym, or lets it wait.</summary>
    /// <param name="column">Where to.</param>
    /// <param name="row">Where in it.</param>
    /// <param name="scopeKind">One of the constants of <see cref="Pseudonymizer"/>.</param>
    /// <param name="scope">The scope's code among those of its kind.</param>
    /// <param name="labels">What the scope's code means; null where it has no label.</param>
    /// <param name="id">The raw id; empty gives none.</param>
    public void Set(Pseudonym[] column, int row, byte scopeKind, int scope, LabelDictionary? labels, ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            column[row] = default;
            return;
        }

        var key = remembered.KeyOf(scopeKind, scope, id);
        if (remembered.TryGet(key, out column[row]))
        {
            return;
        }

        var label = labels is null ? default : labels.Utf8(scope);
        if (lanes is null || Pseudonymizer.LengthOf(label, id) > PseudonymLanes.MostBytes)
        {
            column[row] = pseudonymizer.Of(scopeKind, label, id);
            remembered.Remember(key, column[row]);
            return;
        }

        _waiting[lanes.Count] = new Waiting(column, row, key);
        Pseudonymizer.Write(lanes.Next(Pseudonymizer.LengthOf(label, id)), scopeKind, label, id);
        if (lanes.Count == _waiting.Length)
        {
            Complete();
        }
    }

    /// <summary>Computes and writes those that wait.</summary>
    public void Complete()
    {
        if (lanes is not { Count: > 0 and var count })
        {
            return;
        }

        lanes.Take(_computed);
        for (var i = 0; i < count; i++)
        {
            var (column, row, key) = _waiting[i];
            column[row] = _computed[i];
            remembered.Remember(key, _computed[i]);
        }
    }

    private readonly record struct Waiting(Pseudonym[] Column, int Row, UInt128 Key);
}
