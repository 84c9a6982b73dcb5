using System.Globalization;
using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;

namespace Dnma.Engine.Tests.Indicators.Counting;

public class TerritoryIndexTest
{
    /// <summary>
    /// Workers meet new establishments at once and read without a lock. A fact half seen would put a visit into no académie: every answer must be
    /// whole from the first to the last, and the same for all workers.
    /// </summary>
    [Fact]
    public void Facts_are_whole_for_every_worker_at_any_time()
    {
        const int Establishments = 10_000;
        var dictionaries = new HitDictionaries(0);
        for (var i = 0; i < Establishments; i++)
        {
            dictionaries.Establishments.CodeOf(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"035{i:0000}A")));
        }

        var index = new TerritoryIndex(dictionaries, Annuaire.Empty);
        var torn = 0;
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (var code = 1; code < dictionaries.Establishments.Count; code++)
            {
                var facts = index.FactsOf(code);
                if (facts.Academy == 0 || facts.Department == 0)
                {
                    Interlocked.Increment(ref torn);
                }
            }
        });
        Assert.Equal(0, torn);
    }

    [Fact]
    public void Facts_are_published_as_references() => Assert.False(typeof(EstablishmentFacts).IsValueType);
}
