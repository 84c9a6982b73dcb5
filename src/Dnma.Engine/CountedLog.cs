using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine;

/// <summary>What a log came to before tables are made: of all visitors, of one shard, or of all shards added up.</summary>
/// <param name="Read">What reading came to.</param>
/// <param name="Visits">What became of the qualified hits.</param>
/// <param name="Observations">What was observed of hits and visitors, for the controls.</param>
/// <param name="Dictionaries">What codes mean.</param>
/// <param name="Territories">What codes of académies and départements mean.</param>
/// <param name="Rows">The counted rows.</param>
/// <param name="SpilledBytes">How much was spilled to temporary files.</param>
/// <param name="MergedShards">From how many partial results; 0 where none was needed.</param>
internal sealed record CountedLog(
    ReadingOutcome Read,
    VisitLedger Visits,
    HitObservations Observations,
    HitDictionaries Dictionaries,
    TerritoryIndex Territories,
    RollUp Rows,
    long SpilledBytes,
    int MergedShards = 0);
