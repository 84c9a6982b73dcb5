namespace Dnma.Engine.Bench.Generation;

/// <summary>What a generated log is made of. Equal options give equal bytes, on every machine and in every version.</summary>
internal sealed record GenerationOptions
{
    /// <summary>Names the log: another seed, another log of the same shape.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many hits, duplicates included and broken records not; the first hits of a longer log are those of a shorter one in the same world.</summary>
    public long Hits { get; init; } = 10_000;

    /// <summary>The first local day (Europe/Paris). Default: Monday of the first whole week of the school year 2022.</summary>
    public DateOnly FirstDay { get; init; } = new(2022, 9, 5);

    /// <summary>How many local days at most; null: as many as the hits take.</summary>
    public int? Days { get; init; }

    /// <summary>How many people; 0: as many as make the hits of about one school week, 5 million at most.</summary>
    public int Visitors { get; init; }

    /// <summary>How many establishments; 0: one for 350 people.</summary>
    public int Establishments { get; init; }

    /// <summary>How many académies they are spread over, 1–30.</summary>
    public int Academies { get; init; } = 30;

    /// <summary>What is not plain use.</summary>
    public NoiseShares Noise { get; init; } = NoiseShares.Realistic;

    /// <summary>Whether events are among the hits (no XiTi form can carry one).</summary>
    public bool Events { get; init; }

    /// <summary>Whether heartbeats are among the hits (no XiTi form can carry one).</summary>
    public bool Pings { get; init; }

    /// <summary>Whether every instant is a whole second and the server's time is the browser's, so that every form tells the same instants.</summary>
    public bool WholeSeconds { get; init; }

    /// <summary>Hits of a person in a school week, on average: 4 visits of 6.25 hits.</summary>
    public const double HitsPerVisitorWeek = 25;

    /// <summary>The people there are.</summary>
    public int VisitorCount => Visitors > 0 ? Visitors : (int)Math.Clamp(Hits / HitsPerVisitorWeek, 40, 5_000_000);

    /// <summary>The establishments there are.</summary>
    public int EstablishmentCount => Establishments > 0 ? Establishments : Math.Clamp(VisitorCount / 350, 3, 30_000);
}
