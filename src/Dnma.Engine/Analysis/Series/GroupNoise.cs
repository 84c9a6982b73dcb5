namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// What the series of one group have in common in how they vary, and by how much they differ in it: the prior that each series' own estimate is drawn towards (empirical
/// Bayes, as Smyth 2004 does for many thousand genes). Immutable.
/// </summary>
/// <param name="dispersion">The usual variance of the difference of neighbouring weeks beyond chance, halved.</param>
/// <param name="correlation">How much of a week's deviation is found in the next.</param>
/// <param name="degrees">What the group is worth beside a series' own weeks: the more alike its series are, the more.</param>
internal sealed class GroupNoise(double dispersion, double correlation, double degrees)
{
    /// <summary>Nobody is believed to vary less than this beyond chance (relative, squared).</summary>
    private const double Least = 0.05 * 0.05;

    /// <summary>Fewer members say nothing of how much they differ.</summary>
    private const int LeastMembers = 12;

    private const double UsualCorrelation = 0.3;
    private const double MostCorrelation = 0.7;
    private const double UsualDegrees = 8;
    private const double MostDegrees = 200;

    /// <summary>What is taken for granted where no member has weeks enough.</summary>
    public static GroupNoise Unknown { get; } = new(0.2 * 0.2, UsualCorrelation, UsualDegrees);

    /// <summary>What some series have in common.</summary>
    /// <param name="members">Their own estimates.</param>
    public static GroupNoise Of(IReadOnlyList<OwnNoise> members)
    {
        if (members.Count == 0)
        {
            return Unknown;
        }

        var scratch = new double[members.Count];
        double MedianOf(Func<OwnNoise, double> value)
        {
            for (var i = 0; i < scratch.Length; i++)
            {
                scratch[i] = value(members[i]);
            }

            return Medians.Of(scratch);
        }

        var common = Math.Max(Least, MedianOf(own => own.Near - own.Chance));
        if (members.Count < LeastMembers)
        {
            return new GroupNoise(common, UsualCorrelation, UsualDegrees);
        }

        // Weeks that are two apart differ by more than neighbours do, as far as a good week is followed by a good one.
        var far = MedianOf(own => own.Far - own.Chance);
        var correlation = Math.Clamp((far / common) - 1, 0, MostCorrelation);

        // How far the logarithms of their variances lie apart, without what their few weeks explain: trigamma(d / 2) is about 2 / d + 2 / d².
        var centre = MedianOf(own => Math.Log(own.Near / (common + own.Chance)));
        var deviation = Medians.NormalScale * MedianOf(own => Math.Abs(Math.Log(own.Near / (common + own.Chance)) - centre));
        var ofWeeks = MedianOf(own => (2 / own.Degrees) + (2 / (own.Degrees * own.Degrees)));
        var apart = Math.Max(1e-9, (deviation * deviation) - ofWeeks);
        return new GroupNoise(common, correlation, Math.Min((2 / apart) + 1, MostDegrees));
    }

    /// <summary>How one of the series varies.</summary>
    /// <param name="own">Its own estimate.</param>
    public SeriesNoise NoiseOf(OwnNoise own)
    {
        var whole = ((own.Near * own.Degrees) + ((dispersion + own.Chance) * degrees)) / (own.Degrees + degrees);
        return new SeriesNoise(Math.Max(whole - own.Chance, Least) / (1 - correlation), correlation, own.Degrees + degrees);
    }
}
