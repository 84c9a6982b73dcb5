using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>One measured period, with the users of every establishment that was fed in it. Immutable once built.</summary>
/// <param name="Kind">The kind of period.</param>
/// <param name="Start">Its first day.</param>
/// <param name="Days">Those of its days that were measured.</param>
internal sealed record FedPeriod(PeriodKind Kind, int Start, DayRange Days)
{
    /// <summary>Exact users by profile, by the UAI of those that were fed.</summary>
    public Dictionary<string, long[]> UsersByUai { get; } = new(StringComparer.Ordinal);

    /// <summary>Every period of some kinds that holds a measured day, in order of kind and start; those in which nobody was fed too.</summary>
    public static IReadOnlyList<FedPeriod> Of(MeasuredTable measured, IReadOnlyCollection<PeriodKind> kinds)
    {
        var periods = new Dictionary<(PeriodKind Kind, int Start), FedPeriod>();
        foreach (var kind in kinds)
        {
            for (var day = measured.Days.Start; day < measured.Days.End; day++)
            {
                var start = LocalCalendar.PeriodStart(kind, day, measured.Days.Start);
                periods[(kind, start)] = periods.TryGetValue((kind, start), out var known)
                    ? known with { Days = new DayRange(known.Days.Start, day + 1) }
                    : new FedPeriod(kind, start, new DayRange(day, day + 1));
            }
        }

        Fill(periods, measured.Table.Columns);
        return [.. periods.Values.OrderBy(period => period.Kind).ThenBy(period => period.Start)];
    }

    private static void Fill(Dictionary<(PeriodKind Kind, int Start), FedPeriod> periods, IndicatorColumns columns)
    {
        var profiles = Enum.GetValues<Profile>().ToDictionary(profile => profile.Code(), profile => (int)profile, StringComparer.Ordinal);
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Level[row] == TerritoryLevel.Establishment && columns.Code[row] != IndicatorCodes.Unknown
                && Blocks.Is(columns.Dimension[row], Dimension.Profile) && columns.Visits[row] > 0
                && periods.TryGetValue((columns.Period[row], columns.PeriodStart[row]), out var period))
            {
                period.UsersOf(columns.Code[row])[profiles[columns.Modality[row]]] = columns.Users[row];
            }
        }
    }

    private long[] UsersOf(string uai)
    {
        if (!UsersByUai.TryGetValue(uai, out var users))
        {
            UsersByUai.Add(uai, users = new long[ProfileCodes.Count]);
        }

        return users;
    }
}
