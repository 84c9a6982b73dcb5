using System.Text;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Bench.Incidents;
using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>
/// Weekly figures by hand: so many visits a school day, an eighth of it on days off, some percent more or less. The year 2025-26 of zone B unless it is said otherwise.
/// </summary>
internal sealed class WeeklyTable(int weeks, SchoolZone zone = SchoolZone.B)
{
    public static readonly DateOnly FirstMonday = new(2025, 9, 1);

    private readonly List<IndicatorRow> _rows = [];

    public static DateOnly Monday(int week) => FirstMonday.AddDays(7 * week);

    /// <summary>The UAI of a number in a département, with the right letter.</summary>
    public static string Uai(int number, string department = "045")
    {
        var digits = $"{department}{number:0000}";
        return digits + (char)Engine.References.Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits));
    }

    /// <summary>What a series of so many visits a school day counts in a week: a seed makes it its own.</summary>
    public long Usual(double perSchoolDay, int week, int seed)
    {
        var start = LocalCalendar.DayOf(Monday(week));
        var days = SchoolCalendar.BuiltIn.CountSchoolDays(new DayRange(start, start + 7), zone);
        return (long)Math.Round(perSchoolDay * (days + ((7 - days) / 8.0)) * (1 + (0.04 * new Dice(9, (ulong)seed, (ulong)week).Normal())));
    }

    /// <summary>Adds a series; weeks of nothing have no row.</summary>
    public WeeklyTable Put(TerritoryLevel level, string code, Dimension dimension, string modality, Func<int, long> visits, Func<int, long>? hits = null)
    {
        for (var week = 0; week < weeks; week++)
        {
            if (visits(week) is > 0 and var count)
            {
                var ofWeek = hits?.Invoke(week) ?? 6 * count;
                _rows.Add(TableOfRows.Row(dimension, modality, count, (count + 3) / 4, ofWeek, ofWeek, count * 60_000, count, start: Monday(week), level: level, code: code));
            }
        }

        return this;
    }

    public WeeklyTable School(string uai, Func<int, long> visits, Func<int, long>? hits = null) =>
        Put(TerritoryLevel.Establishment, uai, Dimension.Total, "total", visits, hits);

    /// <summary>Schools numbered from 1 that nothing befalls, of 40 to some hundred visits a school day.</summary>
    public WeeklyTable Schools(int count, string department = "045", int firstSeed = 100)
    {
        for (var number = 1; number <= count; number++)
        {
            var (seed, size) = (firstSeed + number, 40 + (10 * number));
            School(Uai(number, department), week => Usual(size, week, seed));
        }

        return this;
    }

    public IndicatorTable Build() => TableOfRows.Of([.. _rows]);

    public MeasuredTable Measured() => new(Build(), new DayRange(LocalCalendar.DayOf(FirstMonday), LocalCalendar.DayOf(Monday(weeks))));

    /// <summary>What the controls of families 8 and 11 find.</summary>
    public Finding[] Series() => Series(new ControlRequest(Measured()));

    public static Finding[] Series(ControlRequest request) => [.. AudienceControls.Run(request).Where(finding => finding.Control.Family is 8 or 11)];
}
