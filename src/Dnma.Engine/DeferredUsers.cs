using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Partials;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// What marks the users of one shard, where no shard holds whole persons: brought into the order of pseudonyms, to be counted at the merge. A rank is a
/// partition and a place in it, as a code is, so partitions of ranks come one after the other in that order. Used once.
/// </summary>
internal sealed class DeferredUsers : IDisposable
{
    private readonly SortedPartitions<UserMark, UserMarkOrder> _ranked;
    private readonly VisitorRanks _ranks;

    /// <param name="marks">The marks, complete, by codes of visitors.</param>
    /// <param name="ranks">The ranks of these codes.</param>
    /// <param name="ranked">Takes the marks by rank; belongs to this object.</param>
    public DeferredUsers(SortedPartitions<UserMark, UserMarkOrder> marks, VisitorRanks ranks, SortedPartitions<UserMark, UserMarkOrder> ranked)
    {
        _ranked = ranked;
        _ranks = ranks;
        var writer = ranked.OpenWriter();
        var workspace = new PartitionWorkspace<UserMark>();
        for (var partition = 0; partition < marks.Count; partition++)
        {
            marks.Read(partition, workspace, stretch =>
            {
                foreach (ref readonly var mark in stretch)
                {
                    writer.Add(mark with { Person = _ranks.RankOf(mark.Person) });
                }
            });
        }

        writer.Complete();
    }

    public void Dispose() => _ranked.Dispose();

    /// <summary>Writes all of it.</summary>
    public void Write(UserMarkWriter file, CancellationToken cancellation)
    {
        var (person, hasPerson) = (0u, false);
        var workspace = new PartitionWorkspace<UserMark>();
        for (var partition = 0; partition < _ranked.Count; partition++)
        {
            _ranked.Read(partition, workspace, stretch =>
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (ref readonly var mark in stretch)
                {
                    if (hasPerson && mark.Person != person)
                    {
                        file.WritePerson(_ranks.PseudonymOf(person));
                    }

                    (person, hasPerson) = (mark.Person, true);
                    file.Add(mark);
                }
            });
        }

        if (hasPerson)
        {
            file.WritePerson(_ranks.PseudonymOf(person));
        }
    }
}
