using Dnma.Engine.Bench.Generation;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>Chance with the shapes that counts have, from <see cref="SplitMix64"/>: a seed names a world.</summary>
internal sealed class Dice(ulong seed, ulong stream, ulong number)
{
    private const double LargeMean = 60;
    private SplitMix64 _bits = new(SplitMix64.Mix(seed, stream, number));

    /// <summary>From 0 to below 1.</summary>
    public double Unit() => (_bits.Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double least, double most) => least + ((most - least) * Unit());

    public int Below(int bound) => _bits.Below(bound);

    /// <summary>A standard normal number (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>A Poisson count; a rounded normal one where the mean is large.</summary>
    public int Poisson(double mean)
    {
        if (mean >= LargeMean)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var (count, product, limit) = (0, Unit(), Math.Exp(-mean));
        while (product > limit)
        {
            count++;
            product *= Unit();
        }

        return count;
    }
}
