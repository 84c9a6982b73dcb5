namespace Dnma.Engine.Bench.Generation;

/// <summary>What sets a generated hit apart from plain use.</summary>
[Flags]
internal enum HitNotes : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The browser's id says that its user opted out.</summary>
    OptOut = 1 << 0,

    /// <summary>It goes to the test site.</summary>
    TestSite = 1 << 1,

    /// <summary>It names no establishment.</summary>
    NoEstablishment = 1 << 2,

    /// <summary>A click that downloads a file.</summary>
    Download = 1 << 3,

    /// <summary>Too long for one request: forms that know parts cut it.</summary>
    Split = 1 << 4,

    /// <summary>The computer's clock is days off.</summary>
    SkewedClock = 1 << 5,

    /// <summary>A second copy of a hit.</summary>
    Duplicate = 1 << 6,

    /// <summary>It stands in the log behind hits that came after it.</summary>
    Late = 1 << 7,
}
