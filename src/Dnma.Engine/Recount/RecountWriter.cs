using Dnma.Engine.Store;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Recount;

/// <summary>Copies hits into the table of hits, as they are. One for each worker; not thread safe.</summary>
internal sealed class RecountWriter(DuckDbAppender table) : IDisposable
{
    private readonly DuckDbChunk _chunk = table.NewChunk();

    /// <summary>Adds hits.</summary>
    public void Add(ReadOnlySpan<PackedHit> hits)
    {
        while (!hits.IsEmpty)
        {
            var some = hits[..Math.Min(hits.Length, DuckDbChunk.Capacity - _chunk.Count)];
            Copy(some);
            hits = hits[some.Length..];
            if (_chunk.Count == DuckDbChunk.Capacity)
            {
                table.Append(_chunk);
            }
        }
    }

    /// <summary>Hands over what is not yet in the table.</summary>
    public void Complete()
    {
        if (_chunk.Count > 0)
        {
            table.Append(_chunk);
        }
    }

    public void Dispose() => _chunk.Dispose();

    private void Copy(ReadOnlySpan<PackedHit> hits)
    {
        var visitors = _chunk.Column<uint>(0);
        var persons = _chunk.Column<uint>(1);
        var places = _chunk.Column<int>(2);
        var uses = _chunk.Column<int>(3);
        var contents = _chunk.Column<ulong>(4);
        var instants = _chunk.Column<long>(5);
        var facts = _chunk.Column<uint>(6);
        var row = _chunk.Count;
        foreach (ref readonly var hit in hits)
        {
            visitors[row] = hit.Visitor;
            persons[row] = hit.Person;
            places[row] = hit.Place;
            uses[row] = hit.Use;
            contents[row] = hit.Content;
            instants[row] = hit.InstantMs;
            facts[row] = hit.Facts;
            row++;
        }

        _chunk.Count = row;
    }
}
