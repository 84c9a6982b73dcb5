using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>
/// How many hits there are of the persons of each level (<see cref="PersonSample.LevelOf"/>), so that a sample can be chosen by its number of hits.
/// One for each worker; not thread safe.
/// </summary>
internal sealed class SampleTally
{
    private readonly long[] _hits = new long[PersonSample.MostBits + 1];

    /// <summary>Counts a hit of a person.</summary>
    public void Add(Pseudonym person) => _hits[PersonSample.LevelOf(person)]++;

    /// <summary>Adds another worker's tally.</summary>
    public void Add(SampleTally other)
    {
        for (var level = 0; level < _hits.Length; level++)
        {
            _hits[level] += other._hits[level];
        }
    }

    /// <summary>How many bits make the largest sample of at most so many hits: 0 where everybody's are no more.</summary>
    public int BitsWithin(long mostHits)
    {
        var (bits, hits) = (0, _hits.Sum());
        while (hits > mostHits)
        {
            hits -= _hits[bits++];
        }

        return bits;
    }
}
