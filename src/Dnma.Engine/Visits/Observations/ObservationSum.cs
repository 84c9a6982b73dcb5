using System.Runtime.InteropServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Visits.Observations;

/// <summary>What all workers observed, and the files of shards say, by the codes of one run. Not thread safe.</summary>
internal sealed class ObservationSum
{
    /// <summary>Hits by place, <see cref="HitFact"/>.</summary>
    public FactTable Hits { get; } = new(Enum.GetValues<HitFact>().Length);

    /// <summary>Hits by place and <see cref="ClockOffset"/>.</summary>
    public FactTable Offsets { get; } = new(ClockOffset.CodeCount);

    /// <summary>Visits by place, <see cref="VisitFact"/>.</summary>
    public FactTable Visits { get; } = new(Enum.GetValues<VisitFact>().Length);

    /// <summary>Persons by establishment, <see cref="PersonFact"/>.</summary>
    public FactTable Persons { get; } = new(Enum.GetValues<PersonFact>().Length);

    /// <summary>Persons of the nation, <see cref="PersonFact"/>.</summary>
    public long[] Nation { get; } = new long[Enum.GetValues<PersonFact>().Length];

    /// <summary>Hits by place and label.</summary>
    public Dictionary<LabelledHits, long> Labels { get; } = [];

    /// <summary>Adds what a worker saw of single hits, when it is complete.</summary>
    public void Add(HitObserver worker)
    {
        Hits.Add(worker.Facts);
        Offsets.Add(worker.Offsets);
        foreach (var (key, hits) in worker.Labels)
        {
            Add(key, hits);
        }
    }

    /// <summary>Adds what a worker saw of visitors.</summary>
    public void Add(VisitorObserver worker)
    {
        Visits.Add(worker.Visits);
        Persons.Add(worker.Persons);
        for (var fact = 0; fact < Nation.Length; fact++)
        {
            Nation[fact] += worker.Nation[fact];
        }
    }

    /// <summary>Adds hits with a label.</summary>
    public void Add(LabelledHits key, long hits) => CollectionsMarshal.GetValueRefOrAddDefault(Labels, key, out _) += hits;
}
