using System.Runtime.InteropServices;

namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// How much more than in their other weeks the series of a group differ from each other in a week: where lycées empty and collèges do not, or the days before holidays
/// are few, a far week is less of a surprise. Not thread safe.
/// </summary>
/// <param name="weeks">How many weeks a series has.</param>
internal sealed class Unrest(int weeks)
{
    /// <summary>Of fewer members one week says too little.</summary>
    private const int LeastMembers = 50;

    /// <summary>The part of the members that is within the spread, and how many standard deviations that is: what a tenth has in common shows.</summary>
    private const double Within = 0.9;
    private const double NormalWithin = 1.6449;

    private readonly List<double>[] _deviations = [.. Enumerable.Range(0, weeks).Select(_ => new List<double>())];

    /// <summary>Adds the weeks of a member in which it is fed as usual.</summary>
    public void Add(ComparableWeeks series)
    {
        var least = series.LeastUsualHeight();
        for (var i = 0; i < series.Count; i++)
        {
            if (series.Height[i] >= least)
            {
                _deviations[series.Week[i]].Add(Math.Abs(series.Height[i] - series.HeightBeside(i, 0, series.Count)));
            }
        }
    }

    /// <summary>By week, the variance that is there beyond that of most weeks.</summary>
    public double[] ToVariances()
    {
        var spreads = _deviations.Select(some => some.Count < LeastMembers ? 0 : SpreadOf(some)).ToArray();
        double[] known = [.. spreads.Where(spread => spread > 0)];
        var usual = known.Length == 0 ? 0 : Medians.Of(known);
        return Array.ConvertAll(spreads, spread => Math.Max(0, (spread * spread) - (usual * usual)));
    }

    private static double SpreadOf(List<double> deviations) => Medians.OfRank(CollectionsMarshal.AsSpan(deviations), (int)(Within * deviations.Count)) / NormalWithin;
}
