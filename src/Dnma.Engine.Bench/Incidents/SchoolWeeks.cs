using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>How busy each week is for each kind of school and zone: days of school and of holidays, the back-to-school peak, the end of the lycées' year.</summary>
internal sealed class SchoolWeeks
{
    private static readonly double[] DayWeights = [0.18, 0.18, 0.12, 0.18, 0.18, 0.06, 0.10];
    private readonly double[,,] _busy;

    public SchoolWeeks(DateOnly firstMonday, int weeks)
    {
        _busy = new double[4, 3, weeks];
        foreach (var zone in Enum.GetValues<HolidayZone>())
        {
            var rank = 0;
            for (var week = 0; week < weeks; week++)
            {
                var (open, school) = (0.0, 0);
                for (var day = 0; day < 7; day++)
                {
                    var date = firstMonday.AddDays((7 * week) + day);
                    var isOff = HolidayCalendar.IsOff(zone, LocalCalendar.DayOf(date)) || (day < 5 && PublicHolidays.Contains(date));
                    open += isOff ? DayWeights[day] / 8 : DayWeights[day];
                    school += isOff || day >= 5 ? 0 : 1;
                }

                rank += school > 0 ? 1 : 0;
                foreach (var kind in Enum.GetValues<SchoolKind>())
                {
                    _busy[(int)zone, (int)kind, week] = open * Season(kind, rank, firstMonday.AddDays(7 * week));
                }
            }
        }
    }

    /// <summary>The visits of a week, in usual weeks.</summary>
    public double this[HolidayZone zone, SchoolKind kind, int week] => _busy[(int)zone, (int)kind, week];

    private static double Season(SchoolKind kind, int rank, DateOnly monday)
    {
        var start = rank switch { 1 => 1.25, 2 => 1.18, 3 => 1.08, _ => 1.0 };
        var winter = 1 + (0.06 * Math.Cos(2 * Math.PI * rank / 18));
        var end = kind == SchoolKind.Lycee && monday.Month is 6 or 7 ? 0.55 : monday.Month is 6 or 7 ? 0.85 : 1;
        return start * winter * end * (kind == SchoolKind.Ecole ? 1 + (0.1 * Math.Sin(rank / 5.0)) : 1);
    }
}
