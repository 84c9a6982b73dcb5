using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>The periods that days are in, remembered: visitors come one after the other, and their days over and over. One for each worker; not thread safe.</summary>
internal sealed class DayPeriods
{
    /// <summary>Stands for the start of the whole range, which is known only in the end.</summary>
    public const int AllStart = 0;
    private const int Remembered = 1 << 10;
    private readonly Periods[] _periods = new Periods[Remembered];

    public DayPeriods() => Array.Fill(_periods, new Periods { Day = int.MinValue });

    /// <summary>The periods of a day. The reference is valid until the next call.</summary>
    public ref readonly Periods Of(int day)
    {
        ref var periods = ref _periods[day & (Remembered - 1)];
        if (periods.Day != day)
        {
            periods = new Periods
            {
                Day = day,
                Atom = CountingPlan.AtomOf(day),
                Week = LocalCalendar.WeekStart(day),
                Month = LocalCalendar.MonthStart(day),
                SchoolYear = LocalCalendar.SchoolYearStart(day),
            };
        }

        return ref periods;
    }

    /// <summary>The first days of the periods around a day.</summary>
    internal struct Periods
    {
        public int Day;

        /// <summary>See <see cref="CountingPlan.AtomOf"/>.</summary>
        public int Atom;
        public int Week;
        public int Month;
        public int SchoolYear;

        /// <summary>The start of one kind of period.</summary>
        public readonly int StartOf(PeriodKind kind) => kind switch
        {
            PeriodKind.Day => Day,
            PeriodKind.Week => Week,
            PeriodKind.Month => Month,
            PeriodKind.SchoolYear => SchoolYear,
            _ => AllStart,
        };
    }
}
