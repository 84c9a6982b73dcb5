namespace Dnma.Engine.Charts.Drawing;

/// <summary>Round numbers along an axis from 0 or below it.</summary>
internal static class Axis
{
    /// <summary>Ticks of 1, 2 or 5 times a power of ten, about as many as asked, from at most <paramref name="least"/> to at least <paramref name="most"/>.</summary>
    public static IReadOnlyList<decimal> Ticks(decimal least, decimal most, int about)
    {
        if (most <= least)
        {
            most = least + 1;
        }

        var rough = (most - least) / about;
        var power = 1m;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        while (power > rough)
        {
            power /= 10;
        }

        var step = rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        var ticks = new List<decimal>();
        for (var tick = Math.Floor(least / step) * step; ticks.Count == 0 || ticks[^1] < most; tick += step)
        {
            ticks.Add(tick);
        }

        return ticks;
    }
}
