using System.Runtime.InteropServices;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Qualification.Observations;

/// <summary>
/// Counts by place what single hits show of how a place is tagged, for the controls: a row of counts for each place, and nothing found by hash for a hit in which
/// there is nothing to find. One for each worker; not thread safe.
/// </summary>
internal sealed class HitObserver
{
    private const HitFlags Noted = HitFlags.ClockIgnored | HitFlags.SplitIncomplete | HitFlags.ProfileUnknown | HitFlags.ServiceUnknown;
    private readonly HitDictionaries _dictionaries;
    private readonly int _native;
    private readonly int _thirdParty;

    // What most hits of a place name as their collectivity is counted by subtraction: one more than its code, 0 for a place not seen yet.
    private int[] _collectivities = new int[256];

    // By usage: what is to be noted of its hits.
    private UsageNote[] _usages = new UsageNote[256];

    public HitObserver(HitDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        _native = dictionaries.Types.CodeOf("natif"u8);
        _thirdParty = dictionaries.Types.CodeOf("tiers"u8);
    }

    [Flags]
    private enum UsageNote : byte
    {
        None = 0,
        Known = 1,
        ThirdPartyWithoutTool = 2,
        ToolWithoutThirdParty = 4,
        TypeUnknown = 8,
    }

    /// <summary>By place.</summary>
    public FactTable Facts { get; } = new(Enum.GetValues<HitFact>().Length);

    /// <summary>By place and <see cref="ClockOffset"/>, clocks that agree left out.</summary>
    public FactTable Offsets { get; } = new(ClockOffset.CodeCount);

    /// <summary>Hits by label; those of the collectivity that is each place's first one are left to <see cref="Complete"/>.</summary>
    public Dictionary<LabelledHits, long> Labels { get; } = [];

    /// <summary>Takes an excluded hit's reason.</summary>
    public void Exclude(int place, ExclusionReason reason) => Facts.RowOf(place)[(int)HitFact.Robot + (int)reason]++;

    /// <summary>Takes all hits of a batch.</summary>
    /// <param name="batch">The hits.</param>
    /// <param name="verdicts">What <see cref="HitQualifier"/> said of them.</param>
    public void Observe(HitBatch batch, ReadOnlySpan<byte> verdicts)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var place = batch.Place[i];
            var flags = batch.Flags[i];
            var row = Facts.RowOf(place);
            row[(int)HitFact.Accepted]++;
            var offset = batch.ClockOffset[i];
            if (offset.HasBoth)
            {
                row[(int)HitFact.BothClocks]++;
                if (offset != ClockOffset.Together)
                {
                    Offsets.RowOf(place)[offset.Code]++;
                }
            }

            var collectivity = (flags & HitFlags.CollectivityIsSite) == 0 ? batch.Collectivity[i] : 0;
            if (place >= _collectivities.Length || _collectivities[place] != collectivity + 1)
            {
                CountCollectivity(place, collectivity);
            }

            var isCounted = verdicts[i] == HitQualifier.Counted;
            if (isCounted)
            {
                row[(int)HitFact.Counted]++;
            }

            var usage = isCounted ? NoteOf(batch.Usage[i]) : UsageNote.Known;
            if ((flags & Noted) != 0 || usage != UsageNote.Known)
            {
                Note(row, place, flags, isCounted, batch.Usage[i], usage);
            }
        }
    }

    /// <summary>Counts what was left to the end; to be called once, when nothing follows.</summary>
    public void Complete()
    {
        var others = new Dictionary<int, long>();
        foreach (var (key, hits) in Labels)
        {
            if (key.Column == ObservedColumn.Collectivity)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(others, key.Place, out _) += hits;
            }
        }

        for (var place = 0; place < _collectivities.Length; place++)
        {
            if (_collectivities[place] != 0)
            {
                var hits = Facts.RowOf(place)[(int)HitFact.Accepted] - others.GetValueOrDefault(place);
                Add(new LabelledHits(place, ObservedColumn.Collectivity, _collectivities[place] - 1), hits);
            }
        }
    }

    private void CountCollectivity(int place, int collectivity)
    {
        if (place >= _collectivities.Length)
        {
            Array.Resize(ref _collectivities, Math.Max(place + 1, _collectivities.Length * 2));
        }

        if (_collectivities[place] == 0)
        {
            _collectivities[place] = collectivity + 1;
        }
        else
        {
            Add(new LabelledHits(place, ObservedColumn.Collectivity, collectivity));
        }
    }

    private void Note(Span<long> row, int place, HitFlags flags, bool isCounted, int usage, UsageNote note)
    {
        row[(int)HitFact.ClockIgnored] += (flags & HitFlags.ClockIgnored) != 0 ? 1 : 0;
        row[(int)HitFact.SplitIncomplete] += (flags & HitFlags.SplitIncomplete) != 0 ? 1 : 0;
        if (!isCounted)
        {
            return;
        }

        row[(int)HitFact.ProfileUnknown] += (flags & HitFlags.ProfileUnknown) != 0 ? 1 : 0;
        row[(int)HitFact.ThirdPartyWithoutTool] += (note & UsageNote.ThirdPartyWithoutTool) != 0 ? 1 : 0;
        row[(int)HitFact.ToolWithoutThirdParty] += (note & UsageNote.ToolWithoutThirdParty) != 0 ? 1 : 0;
        if ((flags & HitFlags.ServiceUnknown) != 0)
        {
            Add(new LabelledHits(place, ObservedColumn.UnknownService, _dictionaries.Usages[usage].Service));
        }

        if ((note & UsageNote.TypeUnknown) != 0)
        {
            Add(new LabelledHits(place, ObservedColumn.UnknownType, _dictionaries.Usages[usage].Type));
        }
    }

    private UsageNote NoteOf(int usage)
    {
        if (usage < _usages.Length && _usages[usage] is var known and not UsageNote.None)
        {
            return known;
        }

        if (usage >= _usages.Length)
        {
            Array.Resize(ref _usages, Math.Max(usage + 1, _usages.Length * 2));
        }

        var (type, tool) = (_dictionaries.Usages[usage].Type, _dictionaries.Usages[usage].Tool);
        var note = UsageNote.Known;
        note |= type == _thirdParty && tool == 0 ? UsageNote.ThirdPartyWithoutTool : 0;
        note |= type != _thirdParty && tool != 0 ? UsageNote.ToolWithoutThirdParty : 0;
        note |= type != 0 && type != _native && type != _thirdParty ? UsageNote.TypeUnknown : 0;
        return _usages[usage] = note;
    }

    private void Add(LabelledHits key, long hits = 1) => CollectionsMarshal.GetValueRefOrAddDefault(Labels, key, out _) += hits;
}
