using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Generation;

/// <summary>School holidays from August 2019 to August 2027 (domain §6). Only the generator's rhythm hangs on it, no figure.</summary>
internal static class HolidayCalendar
{
    // School year that starts in August of the first number: first..last day off, as MMDD; winter and spring by zone.
    private static readonly (int Year, string All, string A, string B, string C)[] Years =
    [
        (2019, "0801-0901 1019-1103 1221-0105 0521-0524 0704-0731", "0222-0308 0418-0503", "0215-0301 0411-0426", "0208-0223 0404-0419"),
        (2020, "0801-0831 1017-1101 1219-0103 0410-0425 0513-0516 0707-0731", "0206-0221", "0220-0307", "0213-0228"),
        (2021, "0801-0901 1023-1107 1218-0102 0526-0529 0708-0731", "0212-0227 0416-0501", "0205-0220 0409-0424", "0219-0306 0423-0508"),
        (2022, "0801-0831 1022-1106 1217-0102 0518-0521 0708-0731", "0204-0219 0408-0423", "0211-0226 0415-0501", "0218-0305 0422-0508"),
        (2023, "0801-0903 1021-1105 1223-0107 0509-0512 0706-0731", "0217-0303 0413-0428", "0224-0310 0420-0505", "0210-0225 0406-0421"),
        (2024, "0801-0901 1019-1103 1221-0105 0529-0601 0705-0731", "0222-0309 0419-0504", "0208-0223 0405-0421", "0215-0302 0412-0427"),
        (2025, "0801-0831 1018-1102 1220-0104 0514-0517 0704-0731", "0207-0222 0404-0419", "0214-0301 0411-0426", "0221-0308 0418-0503"),
        (2026, "0801-0831 1017-1101 1219-0103 0506-0509 0703-0731", "0213-0228 0410-0425", "0220-0307 0417-0502", "0206-0221 0403-0418"),
    ];

    private static readonly HashSet<int>[] DaysOff = [Expand(y => y.A), Expand(y => y.B), Expand(y => y.C), Expand(y => y.C)];

    /// <summary>Whether the schools of a zone are off on a local day (day number). False outside the table.</summary>
    public static bool IsOff(HolidayZone zone, int day) => DaysOff[(int)zone].Contains(day);

    private static HashSet<int> Expand(Func<(int Year, string All, string A, string B, string C), string> ofZone)
    {
        var days = new HashSet<int>();
        foreach (var year in Years)
        {
            foreach (var range in (year.All + " " + ofZone(year)).Split(' '))
            {
                var (first, last) = (DayOf(year.Year, range[..4]), DayOf(year.Year, range[5..]));
                days.UnionWith(Enumerable.Range(first, last - first + 1));
            }
        }

        return days;
    }

    private static int DayOf(int schoolYear, string monthDay)
    {
        var (month, day) = (int.Parse(monthDay.AsSpan(0, 2), null), int.Parse(monthDay.AsSpan(2), null));
        return LocalCalendar.DayOf(new DateOnly(month >= 8 ? schoolYear : schoolYear + 1, month, day));
    }
}
