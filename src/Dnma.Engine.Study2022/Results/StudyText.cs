using System.Globalization;
using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>The results as text, for a terminal. Pure, blind to the machine's culture.</summary>
public static class StudyText
{
    /// <summary>All results, in lines that end with <c>\n</c>.</summary>
    public static string Of(StudyResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        Line($"Measured from {Number(results.RecordsRead)} hits of two autumns, second degree, norm dnma; {Number(results.RecordsLeftOut)} did not count.");
        Line("");
        Head("September to December", results.Autumn);
        Row("visits", results.Autumn, figures => Number(figures.Total.Visits), results.Autumn.Visits);
        Row("visits per school day", results.Autumn, figures => Number(figures.Total.Visits / figures.SchoolDays), results.Autumn.VisitsPerSchoolDay);
        Row("users", results.Autumn, figures => Number(figures.Total.Users), results.Autumn.Users);
        Row("time per visit", results.Autumn, figures => Time(figures.Total), results.Autumn.TimePerVisit);
        Row("visits from mobiles", results.Autumn, figures => Number(figures.MobileVisits), results.Autumn.MobileVisits);
        Pair("visits of known device", Percent(results.Autumn.Before.Mobile.Coverage), Percent(results.Autumn.After.Mobile.Coverage));
        Line($"  {"establishments",-32}{Number(results.Autumn.Before.Establishments.Count),12}{Number(results.Autumn.After.Establishments.Count),12}{$"{Number(results.Autumn.EstablishmentsInBoth)} in both",12}");
        Head("First week of the school year", results.FirstWeek);
        Row("visits", results.FirstWeek, figures => Number(figures.Total.Visits), results.FirstWeek.Visits);
        Row("users", results.FirstWeek, figures => Number(figures.Total.Users), results.FirstWeek.Users);
        Pair("school days", Number(results.FirstWeek.Before.SchoolDays), Number(results.FirstWeek.After.SchoolDays));
        Line($"{"Back-to-school peak",-34}{$"week {results.Peak2021.Rank}",12}{$"week {results.Peak2022.Rank}",12}");
        Line($"  {"visits",-32}{Number(results.Peak2021.Visits2021),12}{Number(results.Peak2022.Visits2022),12}{results.Peak,12}");
        Line("");
        Line("Shares of the services, September to December 2022");
        foreach (var part in results.NamedShares)
        {
            Share(part, 0);
        }

        Line("");
        Line($"One week of 2022, from {results.Week:yyyy-MM-dd}, second degree: visits that used");
        foreach (var part in results.WeekServices)
        {
            Share(part, 1);
        }

        Line("");
        Line($"{$"The same week in département {results.Department}",-34}{"1D",12}{"2D",12}");
        Pair("visits", Number(results.FirstDegree.Total.Visits), Number(results.SecondDegree.Total.Visits));
        Pair("users", Number(results.FirstDegree.Total.Users), Number(results.SecondDegree.Total.Users));
        Pair("time per visit", Time(results.FirstDegree.Total), Time(results.SecondDegree.Total));
        Line($"    (1D by norm matomo: {Number(results.FirstDegreeByMatomo.Visits)} visits, {Time(results.FirstDegreeByMatomo)} per visit)");
        Pairs("profiles, of the visits", results.FirstDegree.Profiles, results.SecondDegree.Profiles);
        Pairs("devices, of the visits of known device", results.FirstDegree.Devices, results.SecondDegree.Devices);
        Pairs("services, of the visits", results.FirstDegree.Services, results.SecondDegree.Services);
        Line("");
        Line($"{"Connected objects: visits",-34}{"2021",12}{"2022",12}");
        foreach (var one in results.ConnectedObjects)
        {
            Line($"  {one.Kind,-32}{Number(one.Visits2021),12}{Number(one.Visits2022),12}");
        }

        Line("");
        Line("All ENT among public sites (invented ones), September 2022, norm acpm: visits");
        foreach (var site in results.Ranking.Take(5))
        {
            Line($"  {site.Rank,2}  {site.Site,-28}{Number(site.Visits),12}{(site.IsEnt ? "  <" : "")}");
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
        void Head(string title, YearOnYear years) => Line($"{title,-34}{years.Before.From.Year,12}{years.After.From.Year,12}{"change",12}");
        void Row(string name, YearOnYear years, Func<PeriodFigures, string> figure, Change change) => Line($"  {name,-32}{figure(years.Before),12}{figure(years.After),12}{change,12}");
        void Pair(string name, string first, string second) => Line($"  {name,-32}{first,12}{second,12}");
        void Pairs(string title, IReadOnlyList<Part> first, IReadOnlyList<Part> second)
        {
            Line($"  {title}");
            foreach (var code in StudyResults.CodesOf(first, second))
            {
                Pair($"  {code}", Percent(first, code), Percent(second, code));
            }
        }

        void Share(Part part, int decimals) => Line($"  {part.Code,-32}{Percent(part, decimals),12}");
    }
    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Percent(Part part, int decimals) => part.Percent(decimals).ToString(decimals == 0 ? "0 \\%" : "0.0 \\%", CultureInfo.InvariantCulture);

    private static string Percent(Ratio ratio) => Percent(new Part("", ratio), 1);

    private static string Percent(IReadOnlyList<Part> parts, string code) => parts.FirstOrDefault(part => part.Code == code) is { } part ? Percent(part, 1) : "-";

    private static string Time(IndicatorRow row)
    {
        var milliseconds = RatioIndicators.TimePerVisit.Of(row).Value;
        return TimeSpan.FromSeconds(new Ratio(milliseconds.Numerator, milliseconds.Denominator * 1000).Round()).ToString("c", CultureInfo.InvariantCulture);
    }
}
