using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Shorter periods make longer ones: days sum to weeks and months, months to school years, these to the whole range. Where days are not published, weeks
/// and months meet wherever both end on the same day; and everybody can see which days were silent, in the département or the nation, and which weeks and
/// months were silent in the territory itself: over silent days ends meet as well.
/// </summary>
internal static class PeriodRelations
{
    public static void AddTo(RelationSetBuilder relations, CellFrame frame, DayActivity activity)
    {
        foreach (var group in activity.Groups)
        {
            var byKind = group.ToLookup(cell => KindOf(frame, cell));
            AddNested(relations, frame, byKind[PeriodKind.SchoolYear], byKind[PeriodKind.Month]);
            AddNested(relations, frame, byKind[PeriodKind.All], byKind[PeriodKind.SchoolYear]);
            if (activity.HasDays(group))
            {
                AddNested(relations, frame, byKind[PeriodKind.Week], byKind[PeriodKind.Day]);
                AddNested(relations, frame, byKind[PeriodKind.Month], byKind[PeriodKind.Day]);
            }
            else
            {
                AddMeetings(relations, frame, [.. byKind[PeriodKind.Week]], [.. byKind[PeriodKind.Month]], activity.DaysAround(group[0]));
            }
        }
    }

    private static void AddNested(RelationSetBuilder relations, CellFrame frame, IEnumerable<int> wholes, IEnumerable<int> parts)
    {
        var given = parts.ToArray();
        foreach (var whole in wholes)
        {
            relations.AddSum([whole], given.Where(part => DaysOf(frame, whole).Contains(DaysOf(frame, part).Start)));
        }
    }

    /// <summary>
    /// Weeks and months that share an active day hang together; those that hang together have the same days, so that they have the same sums. Weeks, months
    /// and days are in order.
    /// </summary>
    private static void AddMeetings(RelationSetBuilder relations, CellFrame frame, int[] weeks, int[] months, IReadOnlyCollection<int> activeDays)
    {
        var (week, month) = (-1, -1);
        foreach (var day in activeDays)
        {
            var (thisWeek, thisMonth) = (IndexOf(frame, weeks, week, day), IndexOf(frame, months, month, day));
            if (thisWeek < 0 || thisMonth < 0)
            {
                // A day of others: the territory has nothing in this week or month.
                continue;
            }

            if (thisWeek != week && thisMonth != month)
            {
                relations.End();
            }

            if (thisWeek != week)
            {
                relations.Add(weeks[thisWeek], 1);
            }

            if (thisMonth != month)
            {
                relations.Add(months[thisMonth], -1);
            }

            (week, month) = (thisWeek, thisMonth);
        }

        relations.End();
    }

    /// <summary>The period that holds a day, at or after the one that held the day before; −1 where none does.</summary>
    private static int IndexOf(CellFrame frame, int[] periods, int from, int day)
    {
        for (var index = Math.Max(from, 0); index < periods.Length && DaysOf(frame, periods[index]).Start <= day; index++)
        {
            if (DaysOf(frame, periods[index]).Contains(day))
            {
                return index;
            }
        }

        return -1;
    }

    private static PeriodKind KindOf(CellFrame frame, int cell) => frame.Periods[frame.Period[cell]].Kind;

    private static DayRange DaysOf(CellFrame frame, int cell) => frame.Periods[frame.Period[cell]].Days;
}
