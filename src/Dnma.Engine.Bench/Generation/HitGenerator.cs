using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// Makes the hits of a log, in the order in which a collector would write them. A stream: memory grows with the visits in flight,
/// never with the hits. Every outing is a function of the seed, its minute and its number in it, so nothing depends on how far one reads.
/// Not thread safe.
/// </summary>
internal sealed class HitGenerator
{
    private const int LatestSeconds = 900;
    private readonly GenerationOptions _options;
    private readonly World _world;
    private readonly OutingFactory _factory;
    private readonly SecondRing _due = new();
    private readonly SlotPool<Outing> _outings = new();
    private readonly SlotPool<GeneratedHit> _held = new();
    private readonly long _endMs;
    private long _second;
    private long _nextMinute;
    private long _made;

    /// <summary>Opens the stream of a log.</summary>
    public HitGenerator(GenerationOptions options, World world)
    {
        _options = options;
        _world = world;
        _factory = new OutingFactory(options, world);
        var firstDay = LocalCalendar.DayOf(options.FirstDay);
        _second = CivilZone.Paris.StartOf(firstDay) / 1000;
        _nextMinute = _second / 60;
        _endMs = options.Days is { } days ? CivilZone.Paris.StartOf(firstDay + days) : long.MaxValue;
    }

    /// <summary>The most outings that were in flight at once.</summary>
    public int PeakInFlight => _outings.Peak;

    /// <summary>Whether a record to be rejected is due before the hit just read, and which one.</summary>
    public bool BrokenIsDue(out ulong dice)
    {
        dice = SplitMix64.Mix(_options.Seed, 0xB20CE4, (ulong)_made);
        return _options.Noise.Broken > 0 && (dice >> 32) % 10_000 < (ulong)_options.Noise.Broken;
    }

    /// <summary>Reads the next hit; false at the end.</summary>
    public bool TryNext(out GeneratedHit hit)
    {
        while (_made < _options.Hits && _second * 1000 < _endMs)
        {
            if (_second >= _nextMinute * 60)
            {
                StartMinute();
            }

            var item = _due.Take(_second);
            if (item < 0)
            {
                _second++;
                continue;
            }

            // Even numbers are outings, odd ones hits that were held back.
            var slot = item >> 1;
            if ((item & 1) != 0)
            {
                hit = _held[slot];
                _held.Return(slot);
                _made++;
                return true;
            }

            if (Step(slot, out hit))
            {
                _made++;
                return true;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>Makes an outing's next hit. False when the hit was held back to be written later.</summary>
    private bool Step(int slot, out GeneratedHit hit)
    {
        ref var outing = ref _outings[slot];
        _factory.NextHit(ref outing, out hit);
        if (outing.HitsLeft > 0)
        {
            _due.Add(Math.Max(_second, outing.InstantMs / 1000), slot << 1);
        }
        else
        {
            _outings.Return(slot);
        }

        var noise = _options.Noise;
        var random = new SplitMix64(SplitMix64.Mix(_options.Seed ^ 0xD0B1E, (ulong)hit.StampMs, hit.Person ^ hit.Client));
        if (random.Chance(noise.Duplicates))
        {
            var copy = hit;
            // The copy comes whole: parts of two copies under one id would be one set.
            copy.Notes = (copy.Notes | HitNotes.Duplicate) & ~HitNotes.Split;
            Hold(copy, random.Below(2) == 0 ? 0 : random.Below(LatestSeconds));
        }

        if (random.Chance(noise.Late))
        {
            hit.Notes |= HitNotes.Late;
            Hold(hit, 1 + random.Below(LatestSeconds));
            return false;
        }

        return true;
    }

    private void Hold(in GeneratedHit hit, int seconds)
    {
        var slot = _held.Rent();
        _held[slot] = hit;
        _due.Add(_second + seconds, (slot << 1) | 1);
    }

    private void StartMinute()
    {
        var starts = _factory.StartsOf(_nextMinute);
        foreach (var start in starts)
        {
            var slot = _outings.Rent();
            ref var outing = ref _outings[slot];
            _factory.Begin(start, out outing);
            _due.Add(outing.InstantMs / 1000, slot << 1);
        }

        _nextMinute++;
    }
}
