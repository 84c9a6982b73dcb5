namespace Dnma.Engine.Bench.Incidents;

/// <summary>What goes wrong in a measure.</summary>
internal enum IncidentKind
{
    /// <summary>A service is no longer fed, in part or wholly, at one school or on a platform.</summary>
    ServiceUnplugged,

    /// <summary>Pages carry a second tag: more hits for the same visits.</summary>
    DoubleTagging,

    /// <summary>The schools of an académie leave the measure; some of their visits may stay.</summary>
    AcademyLeft,

    /// <summary>One user makes very many hits.</summary>
    Robot,

    /// <summary>A clock is wrong: visits of a week are counted in the next.</summary>
    ClockShift,

    /// <summary>Pupils are counted as profile autre.</summary>
    WrongProfileMap,

    /// <summary>A school's visits carry a UAI with a wrong digit or letter.</summary>
    UaiTypo,
}
