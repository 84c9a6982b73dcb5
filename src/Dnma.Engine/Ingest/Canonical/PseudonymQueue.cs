using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Ids whose pseudonyms wait until eight of them can be computed at once. One for each worker; not thread safe.</summary>
/// <param name="remembered">Is told what was computed.</param>
/// <param name="lanes">Computes eight at once.</param>
internal sealed class PseudonymQueue(PseudonymCache remembered, PseudonymLanes lanes)
{
    private readonly Waiting[] _waiting = new Waiting[Sha256Lanes.Count];
    private readonly Pseudonym[] _computed = new Pseudonym[Sha256Lanes.Count];

    /// <summary>Whether messages of so many bytes wait here.</summary>
    public bool Takes(int messageBytes) => messageBytes >= lanes.FewestBytes && messageBytes <= lanes.MostBytes;

    /// <summary>A message to be written, whose pseudonym goes into a row of a column, behind <see cref="Complete"/> at the latest.</summary>
    public Span<byte> Next(Pseudonym[] column, int row, UInt128 key, int messageBytes)
    {
        if (lanes.Count == _waiting.Length)
        {
            Complete();
        }

        _waiting[lanes.Count] = new Waiting(column, row, key);
        return lanes.Next(messageBytes);
    }

    /// <summary>Computes and writes those that wait.</summary>
    public void Complete()
    {
        var count = lanes.Count;
        if (count == 0)
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
