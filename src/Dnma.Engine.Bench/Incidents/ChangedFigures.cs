using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>
/// Which figures the incidents changed, found by comparing the table before with the table after: whether a finding is right does not depend on what
/// planted it, nor on what found it.
/// </summary>
internal sealed class ChangedFigures
{
    /// <summary>A figure that changed by less is as it was.</summary>
    public const double Least = 0.10;

    /// <summary>A finding may name a week so many weeks of school beside that of the change.</summary>
    public const int WeeksBeside = 2;

    private readonly Dictionary<(TerritoryLevel Level, string Code, string Subject), bool[]> _changed = [];
    private readonly IncidentOptions _options;
    private readonly int[] _rank;

    public ChangedFigures(IncidentOptions options, IndicatorTable before, IndicatorTable after)
    {
        _options = options;
        var (old, now) = (Read(before), Read(after));
        _rank = Ranks(old[(TerritoryLevel.National, IndicatorCodes.National, "visits")]);
        foreach (var key in old.Keys.Union(now.Keys))
        {
            var (was, has) = (old.GetValueOrDefault(key) ?? new double[options.Weeks], now.GetValueOrDefault(key) ?? new double[options.Weeks]);
            _changed[key] = [.. was.Zip(has, (one, other) => Math.Abs(other - one) > Least * Math.Max(one, other))];
        }
    }

    /// <summary>Whether the figure that a finding names changed in the week that it names or near it; of a number of schools, whether those of half as many did.</summary>
    /// <param name="finding">A finding of a week.</param>
    /// <param name="schoolsOf">The UAI of a territory.</param>
    public bool IsRight(Finding finding, Func<TerritoryLevel, string, IEnumerable<string>> schoolsOf)
    {
        const string ofSchools = "establishments:";
        var week = (LocalCalendar.DayOf(finding.PeriodStart!.Value) - LocalCalendar.DayOf(_options.FirstMonday)) / 7;
        return finding.Subject.StartsWith(ofSchools, StringComparison.Ordinal)
            ? 2 * schoolsOf(finding.Level, finding.Code).Count(uai => Changed(TerritoryLevel.Establishment, uai, finding.Subject[ofSchools.Length..], week)) >= finding.Figure
            : Changed(finding.Level, finding.Code, finding.Subject, week);
    }

    private bool Changed(TerritoryLevel level, string code, string subject, int week)
    {
        if (!_changed.TryGetValue((level, code, subject), out var changed))
        {
            return false;
        }

        for (var other = 0; other < changed.Length; other++)
        {
            if (changed[other] && Distance(other, week) <= WeeksBeside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many weeks of school two weeks are apart.</summary>
    public int Distance(int one, int other) => Math.Abs(_rank[one] - _rank[other]);

    /// <summary>Numbers the weeks; one in which the whole nation is on holiday has the number of the week before.</summary>
    private static int[] Ranks(double[] nation)
    {
        var typical = nation.Order().ElementAt(nation.Length / 2);
        var ranks = new int[nation.Length];
        for (var week = 1; week < ranks.Length; week++)
        {
            ranks[week] = ranks[week - 1] + (nation[week] >= typical / 2 ? 1 : 0);
        }

        return ranks;
    }

    private Dictionary<(TerritoryLevel, string, string), double[]> Read(IndicatorTable table)
    {
        var figures = new Dictionary<(TerritoryLevel, string, string), double[]>();
        var monday = LocalCalendar.DayOf(_options.FirstMonday);
        foreach (var row in table)
        {
            var week = (LocalCalendar.DayOf(row.PeriodStart) - monday) / 7;
            if (row.Dimension == Dimension.Total)
            {
                Of("visits")[week] = row.Visits;
                Of("hits_per_visit")[week] = (double)row.Hits / row.Visits;
            }
            else
            {
                Of($"{row.Dimension.Code}:{row.Modality}")[week] = row.Visits;
                if (row.Modality == "autre")
                {
                    Of("profile:autre+inconnu")[week] = row.Visits;
                }
            }

            double[] Of(string subject) => figures.TryGetValue((row.Level, row.Code, subject), out var one) ? one : figures[(row.Level, row.Code, subject)] = new double[_options.Weeks];
        }

        return figures;
    }
}
