using Dnma.Engine.Tests.Oracle;
using FsCheck;
using FsCheck.Fluent;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Draws hostile logs: few people, instants on the norms' edges, fields that break keys, repeats near and far. Shrinks by hits, then by fields.</summary>
public static class HostileLogs
{
    public static Arbitrary<HostileLog> Log() => Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Draw(new Random(seed))), Shrink);

    private static HostileLog Draw(Random random)
    {
        var hits = new List<HostileHit>();
        var instant = Pick(random, HostileInstants.Anchors) + Pick(random, HostileInstants.Offsets);

        // One person of one habit, so that most hits meet in visits; the rest of the log disturbs them.
        var habit = DrawHit(random, instant);
        for (var left = random.Next(1, 26); left > 0; left--)
        {
            instant = random.Next(10) == 0 ? Pick(random, HostileInstants.Anchors) + Pick(random, HostileInstants.Offsets) : instant + Pick(random, HostileInstants.Steps);
            var hit = random.Next(12) switch
            {
                0 when hits.Count > 0 => Respell(random, Pick(random, hits)),
                1 when hits.Count > 0 => Change(random, Pick(random, hits)),
                2 or 3 => DrawHit(random, instant),
                4 => Change(random, Change(random, habit)) with { InstantMs = random.Next(4) == 0 ? Pick(random, HostileInstants.Implausible) : instant },
                _ => Change(random, habit) with { InstantMs = instant },
            };
            hits.Add(hit with { Spelling = Pick(random, Enum.GetValues<InstantSpelling>()) });
        }

        if (random.Next(3) > 0)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hits));
        }

        var (from, to) = DrawRange(random, Paris.Day(hits[0].InstantMs));
        return HostileLog.Of(hits, from, to);
    }

    private static HostileHit DrawHit(Random random, long instant) => new(instant)
    {
        Visitor = Pick(random, HostileWords.Visitors),
        Client = Pick(random, HostileWords.Clients),
        Uai = Pick(random, HostileWords.Uais),
        Profile = Pick(random, HostileWords.Profiles),
        Service = Pick(random, HostileWords.Services),
        Type = Pick(random, HostileWords.Types),
        Tool = Pick(random, HostileWords.Tools),
        Project = Pick(random, HostileWords.Projects),
        Operator = Pick(random, HostileWords.Operators),
        Platform = Pick(random, HostileWords.Platforms),
        Collectivity = Pick(random, HostileWords.Collectivities),
        Kind = Pick(random, HostileWords.Kinds),
        Page = Pick(random, HostileWords.Pages),
        Agent = Pick(random, HostileWords.Agents),
        Device = Pick(random, HostileWords.Devices),
        Os = Pick(random, HostileWords.Systems),
        Browser = Pick(random, HostileWords.Browsers),
    };

    /// <summary>The hit with one to three other fields.</summary>
    private static HostileHit Change(Random random, HostileHit hit)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            hit = random.Next(19) switch
            {
                0 => hit with { Visitor = Pick(random, HostileWords.Visitors) },
                1 => hit with { Client = Pick(random, HostileWords.Clients) },
                2 => hit with { Uai = Pick(random, HostileWords.Uais) },
                3 => hit with { Profile = Pick(random, HostileWords.Profiles) },
                4 or 5 => hit with { Service = Pick(random, HostileWords.Services) },
                6 => hit with { Type = Pick(random, HostileWords.Types) },
                7 => hit with { Tool = Pick(random, HostileWords.Tools) },
                8 => hit with { Project = Pick(random, HostileWords.Projects) },
                9 => hit with { Operator = Pick(random, HostileWords.Operators) },
                10 => hit with { Platform = Pick(random, HostileWords.Platforms) },
                11 => hit with { Collectivity = Pick(random, HostileWords.Collectivities) },
                12 => hit with { Page = Pick(random, HostileWords.Pages) },
                13 => hit with { Agent = Pick(random, HostileWords.Agents) },
                14 => hit with { Device = Pick(random, HostileWords.Devices) },
                15 => hit with { Os = Pick(random, HostileWords.Systems) },
                16 => hit with { Browser = Pick(random, HostileWords.Browsers) },
                _ => hit with { Kind = Pick(random, HostileWords.Kinds) },
            };
        }

        return hit;
    }

    /// <summary>The same hit in other words.</summary>
    private static HostileHit Respell(Random random, HostileHit hit) => hit with
    {
        Visitor = Synonym(random, HostileWords.Visitors, hit.Visitor),
        Client = Synonym(random, HostileWords.Clients, hit.Client),
        Uai = Synonym(random, HostileWords.Uais, hit.Uai),
        Profile = Synonym(random, HostileWords.Profiles, hit.Profile),
        Service = Synonym(random, HostileWords.Services, hit.Service),
        Type = Synonym(random, HostileWords.Types, hit.Type),
        Tool = Synonym(random, HostileWords.Tools, hit.Tool),
        Project = Synonym(random, HostileWords.Projects, hit.Project),
        Collectivity = Synonym(random, HostileWords.Collectivities, hit.Collectivity),
        Kind = Synonym(random, HostileWords.Kinds, hit.Kind),
    };

    private static Spelled Synonym(Random random, Spelled[] words, Spelled word) => Pick(random, [.. words.Where(other => other.Means == word.Means), word]);

    private static (DateOnly? From, DateOnly? To) DrawRange(Random random, DateOnly day) => random.Next(10) switch
    {
        0 => (day, null),
        1 => (null, day),
        2 => (day, day.AddDays(1)),
        3 => (day.AddDays(-1), day.AddDays(8)),
        _ => (null, null),
    };

    private static IEnumerable<HostileLog> Shrink(HostileLog log)
    {
        if (log.From is not null || log.To is not null)
        {
            yield return log with { From = null, To = null };
        }

        for (var length = log.Hits.Count / 2; length > 0; length /= 2)
        {
            for (var start = 0; start < log.Hits.Count; start += length)
            {
                yield return log with { Hits = [.. log.Hits.Take(start), .. log.Hits.Skip(start + length)] };
            }
        }

        for (var index = 0; index < log.Hits.Count; index++)
        {
            foreach (var simpler in log.Hits[index].Simpler())
            {
                yield return HostileLog.Of([.. log.Hits.Take(index), simpler, .. log.Hits.Skip(index + 1)], log.From, log.To);
            }
        }
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
