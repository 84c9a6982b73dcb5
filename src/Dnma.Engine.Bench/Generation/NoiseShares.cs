namespace Dnma.Engine.Bench.Generation;

/// <summary>How much of a log is not plain use, in ten-thousandths; what of is said by each.</summary>
internal sealed record NoiseShares
{
    /// <summary>A log as a collector really writes it.</summary>
    public static NoiseShares Realistic { get; } = new()
    {
        Robots = 80,
        Monitors = 20,
        OptOut = 100,
        Anonymous = 200,
        TestSite = 20,
        NoEstablishment = 50,
        Duplicates = 50,
        Late = 50,
        Split = 10,
        Broken = 10,
        SkewedClock = 20,
        NoProfile = 60,
        OtherProfile = 60,
    };

    /// <summary>Nothing but plain use.</summary>
    public static NoiseShares None { get; } = new();

    /// <summary>Robots' visits, of all visits.</summary>
    public int Robots { get; init; }

    /// <summary>Monitors' visits, of all visits.</summary>
    public int Monitors { get; init; }

    /// <summary>Visits of people who opted out, of people's visits.</summary>
    public int OptOut { get; init; }

    /// <summary>Visits without a person id, of people's visits.</summary>
    public int Anonymous { get; init; }

    /// <summary>Visits to the test site 365203, of people's visits.</summary>
    public int TestSite { get; init; }

    /// <summary>Visits whose hits name no establishment, of people's visits.</summary>
    public int NoEstablishment { get; init; }

    /// <summary>Visits whose hits have an empty profile, of people's visits.</summary>
    public int NoProfile { get; init; }

    /// <summary>Visits under the profile AUTRE, of people's visits.</summary>
    public int OtherProfile { get; init; }

    /// <summary>Hits written twice, of all hits: half at once, half up to 15 minutes later.</summary>
    public int Duplicates { get; init; }

    /// <summary>Hits written up to 15 minutes late, of all hits.</summary>
    public int Late { get; init; }

    /// <summary>Hits cut into parts, of all hits; forms without parts write them whole.</summary>
    public int Split { get; init; }

    /// <summary>Records that must be rejected, written besides the hits, for each hit.</summary>
    public int Broken { get; init; }

    /// <summary>Visits from a computer whose clock is days off, of people's visits.</summary>
    public int SkewedClock { get; init; }
}
