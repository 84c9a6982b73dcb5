namespace Dnma.Engine.Analysis.Series;

/// <summary>In what way a series departs from what was expected.</summary>
internal enum DepartureKind : byte
{
    /// <summary>It was fed, then nothing.</summary>
    Silence,

    /// <summary>From one week on it is on a lower level.</summary>
    StepDown,

    /// <summary>From one week on it is on a higher level.</summary>
    StepUp,

    /// <summary>Some weeks are too low.</summary>
    Low,

    /// <summary>Some weeks are too high.</summary>
    High,
}
