using System.Globalization;

namespace Dnma.Engine.Study2022.Results;

/// <summary>A figure of one year beside that of the year before.</summary>
/// <param name="Before">The figure of the year before; above 0.</param>
/// <param name="After">The figure.</param>
public readonly record struct Change(decimal Before, decimal After)
{
    /// <summary>By how much it changed, in percent of what it was before.</summary>
    public decimal Percent => (After - Before) * 100 / Before;

    /// <summary>The same, rounded half away from zero to whole percent, with its sign: as the study publishes it.</summary>
    public override string ToString() => Signed(Percent);

    /// <summary>Percent as the study publishes them: whole, rounded half away from zero, with their sign.</summary>
    /// <param name="percent">Any number.</param>
    public static string Signed(decimal percent) => Math.Round(percent, MidpointRounding.AwayFromZero).ToString("+0 \\%;-0 \\%;0 \\%", CultureInfo.InvariantCulture);
}
