using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Writes the pseudonyms of ids into the columns of a batch. Some are looked up together, so that the processor waits for one cache miss of the large table
/// while it waits for the others; those that are not remembered wait once more, until eight of them can be computed at once. So a column is whole behind
/// <see cref="Complete"/> only. One for each worker; not thread safe.
/// </summary>
/// <param name="remembered">Those that all workers of a run remember.</param>
/// <param name="pseudonymizer">This worker's own.</param>
/// <param name="lanes">Compute eight at once; none to compute all one by one, which comes to the same.</param>
internal sealed class PseudonymColumn(PseudonymCache remembered, Pseudonymizer pseudonymizer, PseudonymLanes[] lanes)
{
    /// <summary>How many are looked up together: about as many as a processor can have under way.</summary>
    private const int TogetherCount = 16;

    /// <summary>The longest id that waits to be looked up; a longer one fits no lane.</summary>
    private const int MostIdBytes = 128;

    private readonly PseudonymQueue[] _queues = [.. lanes.Select(each => new PseudonymQueue(remembered, each))];
    private readonly Asked[] _asked = new Asked[TogetherCount];
    private readonly byte[] _ids = new byte[TogetherCount * MostIdBytes];
    private int _count;

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

        var asked = new Asked(column, row, scopeKind, scope, labels, id.Length, remembered.KeyOf(scopeKind, scope, id));
        if (id.Length > MostIdBytes)
        {
            Answer(in asked, id);
            return;
        }

        id.CopyTo(_ids.AsSpan(_count * MostIdBytes));
        _asked[_count++] = asked;
        if (_count == TogetherCount)
        {
            AnswerAll();
        }
    }

    /// <summary>Looks up, computes and writes those that wait.</summary>
    public void Complete()
    {
        AnswerAll();
        foreach (var queue in _queues)
        {
            queue.Complete();
        }
    }

    private void AnswerAll()
    {
        for (var i = 0; i < _count; i++)
        {
            ref readonly var asked = ref _asked[i];
            Answer(in asked, _ids.AsSpan(i * MostIdBytes, asked.IdBytes));
        }

        // The ids are not kept.
        _ids.AsSpan(0, _count * MostIdBytes).Clear();
        _count = 0;
    }

    private void Answer(in Asked asked, ReadOnlySpan<byte> id)
    {
        if (!remembered.TryGet(asked.Key, out asked.Column[asked.Row]))
        {
            Compute(in asked, id);
        }
    }

    private void Compute(in Asked asked, ReadOnlySpan<byte> id)
    {
        var label = asked.Labels is null ? default : asked.Labels.Utf8(asked.Scope);
        var length = Pseudonymizer.LengthOf(label, id);
        foreach (var queue in _queues)
        {
            if (queue.Takes(length))
            {
                Pseudonymizer.Write(queue.Next(asked.Column, asked.Row, asked.Key, length), asked.ScopeKind, label, id);
                return;
            }
        }

        asked.Column[asked.Row] = pseudonymizer.Of(asked.ScopeKind, label, id);
        remembered.Remember(asked.Key, asked.Column[asked.Row]);
    }

    private readonly record struct Asked(Pseudonym[] Column, int Row, byte ScopeKind, int Scope, LabelDictionary? Labels, int IdBytes, UInt128 Key);
}
