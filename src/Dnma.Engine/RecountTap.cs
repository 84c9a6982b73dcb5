using Dnma.Engine.Recount;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>Hands the hits of one worker, or those of a sample of persons, to the recount, before visits are built of them. Not thread safe.</summary>
/// <param name="writer">Takes the hits to SQL.</param>
/// <param name="sample">Whose hits; null for everybody's.</param>
/// <param name="count">The engine's own count of the sample; null where there is none.</param>
internal sealed class RecountTap(RecountWriter writer, PersonSample? sample, SampleCount.Worker? count) : IDisposable
{
    private PackedHit[] _held = [];

    /// <summary>Takes the next hits, in order.</summary>
    public void Take(ReadOnlySpan<PackedHit> hits)
    {
        if (sample is null)
        {
            writer.Add(hits);
            return;
        }

        if (_held.Length < hits.Length)
        {
            _held = new PackedHit[hits.Length];
        }

        var held = 0;
        foreach (ref readonly var hit in hits)
        {
            if (sample.Holds(hit.Person))
            {
                _held[held++] = hit;
            }
        }

        writer.Add(_held.AsSpan(0, held));
        count?.Push(_held.AsSpan(0, held));
    }

    /// <summary>A partition ends.</summary>
    public void Finish() => count?.Finish();

    /// <summary>No hits follow.</summary>
    public void Complete()
    {
        writer.Complete();
        count?.Complete();
    }

    public void Dispose() => writer.Dispose();
}
