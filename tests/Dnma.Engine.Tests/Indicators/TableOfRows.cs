using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators;

/// <summary>Makes tables from rows in any order: sorts the keys as the UTF-8 bytes that the file holds, by its own means.</summary>
internal static class TableOfRows
{
    public static readonly DateOnly Monday = new(2022, 9, 5);

    public static IndicatorRow Row(
        Dimension dimension,
        string modality,
        long visits,
        long users = 1,
        long pageViews = 0,
        long hits = 0,
        long durationMs = 0,
        long timedVisits = 0,
        long bounces = 0,
        long flashVisits = 0,
        PeriodKind period = PeriodKind.Week,
        DateOnly? start = null,
        TerritoryLevel level = TerritoryLevel.Establishment,
        string code = "0010024W") =>
        new(period, start ?? Monday, level, code, dimension, modality, visits, users, pageViews, hits, durationMs, timedVisits, bounces, flashVisits);

    public static IndicatorTable Of(params IndicatorRow[] rows)
    {
        var sorted = (IndicatorRow[])rows.Clone();
        Array.Sort(sorted, (left, right) => Key(left).Zip(Key(right), Compare).FirstOrDefault(order => order != 0));
        return new IndicatorTable(new IndicatorColumns
        {
            Period = Array.ConvertAll(sorted, row => row.Period),
            PeriodStart = Array.ConvertAll(sorted, row => LocalCalendar.DayOf(row.PeriodStart)),
            Level = Array.ConvertAll(sorted, row => row.Level),
            Code = Array.ConvertAll(sorted, row => row.Code),
            Dimension = Array.ConvertAll(sorted, row => row.Dimension),
            Modality = Array.ConvertAll(sorted, row => row.Modality),
            Visits = Array.ConvertAll(sorted, row => row.Visits),
            Users = Array.ConvertAll(sorted, row => row.Users),
            PageViews = Array.ConvertAll(sorted, row => row.PageViews),
            Hits = Array.ConvertAll(sorted, row => row.Hits),
            DurationMs = Array.ConvertAll(sorted, row => row.DurationMs),
            TimedVisits = Array.ConvertAll(sorted, row => row.TimedVisits),
            Bounces = Array.ConvertAll(sorted, row => row.Bounces),
            FlashVisits = Array.ConvertAll(sorted, row => row.FlashVisits),
        });
    }

    public static EventTable Events(params EventRow[] rows) => new(new EventColumns
    {
        Period = Array.ConvertAll(rows, row => row.Period),
        PeriodStart = Array.ConvertAll(rows, row => LocalCalendar.DayOf(row.PeriodStart)),
        Level = Array.ConvertAll(rows, row => row.Level),
        Code = Array.ConvertAll(rows, row => row.Code),
        Kind = Array.ConvertAll(rows, row => row.Kind),
        Label = Array.ConvertAll(rows, row => row.Label),
        Events = Array.ConvertAll(rows, row => row.Events),
        Users = Array.ConvertAll(rows, row => row.Users),
    });

    private static byte[][] Key(IndicatorRow row) =>
        Array.ConvertAll(
            [
                row.Period switch
                {
                    PeriodKind.Day => "day", PeriodKind.Week => "week", PeriodKind.Month => "month",
                    PeriodKind.SchoolYear => "school-year", _ => "all",
                },
                row.PeriodStart.ToString("yyyy-MM-dd"),
                row.Level.ToString().ToLowerInvariant(),
                row.Code,
                row.Dimension.Code,
                row.Modality,
            ],
            Encoding.UTF8.GetBytes);

    private static int Compare(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);
}
