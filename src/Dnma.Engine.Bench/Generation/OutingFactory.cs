using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Generation;

/// <summary>Decides who sets out when (<see cref="StartsOf"/>), with what (<see cref="Begin"/>), and what they do there (<see cref="NextHit"/>).</summary>
internal sealed class OutingFactory(GenerationOptions options, World world)
{
    private const double OutingsPerWeek = 4;
    private const int PupilsInClass = 30;
    private const int HalfHourMs = 1_800_000;

    // Hits of an outing in sixteenths of all outings: 6.25 on average.
    private static readonly int[] Lengths = [1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 11, 14, 20];

    // Seconds between two hits, sixteenths; uniform in between.
    private static readonly int[] GapSeconds = [1, 2, 3, 5, 7, 9, 12, 15, 20, 26, 35, 48, 70, 110, 240, 600, 1500];
    private readonly List<OutingStart> _starts = [];
    private long _outings;

    /// <summary>The outings of one minute since 1970. The list is reused by the next call.</summary>
    public List<OutingStart> StartsOf(long minute)
    {
        _starts.Clear();
        var instant = minute * 60_000;
        var (day, hour) = (CivilZone.Paris.DayOf(instant), CivilZone.Paris.HourOf(instant));
        for (var profile = 0; profile < SchoolRhythm.Profiles.Length; profile++)
        {
            for (var zone = HolidayZone.A; zone <= HolidayZone.Other; zone++)
            {
                AddPeople(minute, day, hour, profile, zone);
            }
        }

        var perMinute = options.VisitorCount * OutingsPerWeek / (7 * 24 * 60);
        Add(minute, OutingStart.Robots, perMinute * options.Noise.Robots / 10_000, 0);
        Add(minute, OutingStart.Monitors, perMinute * options.Noise.Monitors / 10_000, 0);
        return _starts;
    }

    /// <summary>Sets an outing up to its first hit.</summary>
    public void Begin(in OutingStart start, out Outing outing)
    {
        outing = default;
        var random = new SplitMix64(SplitMix64.Mix(options.Seed, (ulong)start.Minute, (ulong)((start.Stream << 24) + (start.Ordinal * 64) + start.Pupil + 1)));
        outing.Number = ++_outings;
        outing.IsFirst = true;
        outing.HitsLeft = Lengths[random.Below(16)];
        outing.InstantMs = (start.Minute * 60_000) + (options.WholeSeconds ? random.Below(60) * 1000 : random.Below(60_000));
        if (start.Stream >= OutingStart.Robots)
        {
            BeginMachine(start, ref outing, ref random);
        }
        else
        {
            BeginPerson(start, ref outing, ref random);
        }

        outing.Random = random;
    }

    /// <summary>Makes the next hit and moves the outing to the one after it.</summary>
    public void NextHit(ref Outing outing, out GeneratedHit hit)
    {
        ref var random = ref outing.Random;
        hit = default;
        ChooseService(ref outing, ref random);
        hit.Service = random.Chance(150) ? (short)-1 : outing.Service;
        hit.Page = (short)random.Below(Vocabulary.PagesPerService);
        ChooseKind(ref hit, outing, ref random);
        hit.StampMs = outing.InstantMs + outing.SkewMs;
        var latency = options.WholeSeconds ? 0 : random.Below(1500);
        hit.LineMs = (outing.InstantMs + latency) / 1000 * 1000;
        hit.Person = outing.Person;
        hit.Client = outing.Client;
        hit.Outing = outing.Number;
        hit.Establishment = outing.Establishment;
        hit.UserAgent = outing.UserAgent;
        hit.Profile = outing.Profile;
        hit.Notes |= outing.Notes;
        if (random.Chance(options.Noise.Split))
        {
            hit.Notes |= HitNotes.Split;
        }

        outing.IsFirst = false;
        outing.HitsLeft--;
        outing.InstantMs += GapMs(ref random);
    }

    private static void ChooseService(ref Outing outing, ref SplitMix64 random)
    {
        if (outing.IsFirst && random.Chance(6000))
        {
            outing.Service = Vocabulary.PageEnt;
        }
        else if (outing.IsFirst || random.Chance(3500))
        {
            outing.Service = Vocabulary.DrawService(ref random);
            var tool = Vocabulary.Services[outing.Service].Tool;
            outing.Tool = tool != 0 && random.Chance(3000) ? tool : (byte)0;
        }
    }

    private void ChooseKind(ref GeneratedHit hit, in Outing outing, ref SplitMix64 random)
    {
        var dice = random.Below(10_000);
        if (hit.Service >= 0 && outing.Tool != 0)
        {
            (hit.Type, hit.Tool) = (2, outing.Tool);
            hit.Kind = dice < 6000 ? HitKind.Click : HitKind.Page;
            return;
        }

        hit.Type = hit.Service < 0 || dice >= 9700 ? (byte)0 : (byte)1;
        hit.Kind = dice switch
        {
            < 750 => HitKind.Click,
            < 900 when options.Events => HitKind.Event,
            < 1700 when options.Pings && !outing.IsFirst => HitKind.Ping,
            _ => HitKind.Page,
        };
        if (dice < 150)
        {
            hit.Notes = HitNotes.Download;
        }
    }

    private int GapMs(ref SplitMix64 random)
    {
        var dice = random.Below(10_000);
        int gap;
        if (dice < 20)
        {
            // The norms' own boundary: just before, on and just after half an hour.
            gap = HalfHourMs + ((random.Below(3) - 1) * (options.WholeSeconds ? 1000 : 1));
        }
        else if (dice < 60)
        {
            gap = HalfHourMs + random.Below(2_200_000);
        }
        else
        {
            var index = random.Below(16);
            gap = (GapSeconds[index] * 1000) + random.Below((GapSeconds[index + 1] - GapSeconds[index]) * 1000);
        }

        return options.WholeSeconds ? gap / 1000 * 1000 : gap;
    }

    private void AddPeople(long minute, int day, int hour, int profile, HolidayZone zone)
    {
        var people = world.PeopleOf(zone, profile);
        if (people == 0)
        {
            return;
        }

        var week = options.VisitorCount * OutingsPerWeek * SchoolRhythm.Profiles[profile].Visits / 1000 * people / world.TotalPeople[profile];
        var expected = week * SchoolRhythm.ShareOfMinute(profile, zone, day, hour);
        var stream = (profile * 4) + (int)zone;
        if (profile == 0 && SchoolRhythm.IsLessonHour(zone, day, hour))
        {
            Add(minute, stream, expected * SchoolRhythm.ClassShare / PupilsInClass, PupilsInClass);
            expected *= 1 - SchoolRhythm.ClassShare;
        }

        Add(minute, stream, expected, 0);
    }

    /// <summary>Adds as many outings as are expected; the fraction by chance.</summary>
    private void Add(long minute, int stream, double expected, int classSize)
    {
        var chance = SplitMix64.Mix(options.Seed ^ 0xADD, (ulong)minute, (ulong)((stream * 64) + classSize));
        var count = (int)(expected + ((chance >> 11) * (1.0 / (1UL << 53))));
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (classSize == 0)
            {
                _starts.Add(new OutingStart(minute, stream, ordinal, -1));
            }

            for (var pupil = 0; pupil < classSize; pupil++)
            {
                _starts.Add(new OutingStart(minute, stream, ordinal, pupil));
            }
        }
    }

    private void BeginMachine(in OutingStart start, ref Outing outing, ref SplitMix64 random)
    {
        outing.Establishment = random.Below(world.Establishments.Length);
        outing.Client = random.Next() | 1;
        outing.UserAgent = UserAgentCatalogue.Draw(start.Stream == OutingStart.Robots ? UserAgentClass.Robot : UserAgentClass.Monitor, random.Next());
    }

    private void BeginPerson(in OutingStart start, ref Outing outing, ref SplitMix64 random)
    {
        var (profile, zone) = (start.Stream / 4, (HolidayZone)(start.Stream % 4));
        int member;
        if (start.Pupil < 0)
        {
            (outing.Establishment, member) = world.DrawPerson(zone, profile, ref random);
        }
        else
        {
            // The class is the same for all its pupils: it hangs on the minute, not on the pupil.
            var lesson = new SplitMix64(SplitMix64.Mix(options.Seed ^ 0xC1A55, (ulong)start.Minute, (ulong)((start.Stream << 24) + start.Ordinal)));
            (outing.Establishment, member) = world.DrawPerson(zone, profile, ref lesson);
            member = (member + start.Pupil) % world.Establishments[outing.Establishment].People[profile];
        }

        outing.Profile = SchoolRhythm.Profiles[profile].Profile;
        outing.Person = world.PersonId(outing.Establishment, profile, member);
        if (start.Pupil < 0)
        {
            var device = DeviceMix.Draw(outing.Profile, world.Establishments[outing.Establishment].Kind, ref random);
            outing.Client = SplitMix64.Mix(outing.Person ^ 0xC11E27, (ulong)(device ?? UserAgentClass.Robot), 0) | 1;
            outing.UserAgent = device is { } known ? UserAgentCatalogue.Draw(known, SplitMix64.Mix(outing.Client)) : (short)-1;
        }
        else
        {
            outing.Client = world.ComputerId(outing.Establishment, start.Pupil);
            outing.UserAgent = UserAgentCatalogue.Draw(UserAgentClass.Desktop, SplitMix64.Mix(outing.Client));
        }

        AddNoise(ref outing, ref random);
    }

    private void AddNoise(ref Outing outing, ref SplitMix64 random)
    {
        var noise = options.Noise;
        outing.Notes |= random.Chance(noise.OptOut) ? HitNotes.OptOut : HitNotes.None;
        outing.Notes |= random.Chance(noise.TestSite) ? HitNotes.TestSite : HitNotes.None;
        outing.Notes |= random.Chance(noise.NoEstablishment) ? HitNotes.NoEstablishment : HitNotes.None;
        outing.Person = random.Chance(noise.Anonymous) ? 0 : outing.Person;
        outing.Profile = random.Chance(noise.NoProfile) ? Profile.Inconnu : random.Chance(noise.OtherProfile) ? Profile.Autre : outing.Profile;
        if (random.Chance(noise.SkewedClock))
        {
            // Two to twenty days ahead or behind: over the 24 h within which a browser's clock is believed.
            outing.SkewMs = (172_800_000 + random.Below(1_555_200_000)) * (random.Below(2) == 0 ? 1 : -1);
            outing.Notes |= HitNotes.SkewedClock;
        }
    }
}
