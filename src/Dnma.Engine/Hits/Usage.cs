namespace Dnma.Engine.Hits;

/// <summary>What a hit used: codes in <see cref="HitDictionaries"/>, 0 where it names none. A value, thread safe.</summary>
/// <param name="Service">The service.</param>
/// <param name="Type">NATIF or TIERS.</param>
/// <param name="Tool">The third-party tool.</param>
/// <param name="Custom0">The value of the first custom dimension asked for.</param>
/// <param name="Custom1">The value of the second one.</param>
/// <param name="Custom2">The value of the third one.</param>
/// <param name="Custom3">The value of the fourth one.</param>
public readonly record struct Usage(int Service, int Type, int Tool, int Custom0 = 0, int Custom1 = 0, int Custom2 = 0, int Custom3 = 0)
{
    /// <summary>How many custom dimensions one measurement can have.</summary>
    public const int MaxCustomDimensions = 4;

    /// <summary>The code of one of the values: service, type, tool, then the custom ones.</summary>
    /// <param name="index">0 to 6.</param>
    public int this[int index] => index switch
    {
        0 => Service,
        1 => Type,
        2 => Tool,
        3 => Custom0,
        4 => Custom1,
        5 => Custom2,
        _ => Custom3,
    };
}
