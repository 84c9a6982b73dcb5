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
        Head("September to December, all days");
        Row("visits", Number, results.Autumn.Visits);
        Row("users", Number, results.Autumn.Users);
        Row("time per visit", Time, results.Autumn.TimePerVisit);
        Row("visits from mobiles", Number, results.Autumn.MobileVisits);
        Pair("visits of known device", Percent(results.Autumn.Before.Mobile.Coverage), Percent(results.Autumn.After.Mobile.Coverage));
        Head($"September to December, {results.SchoolWeeks.Periods.WeeksB} school weeks");
        Row("visits", Number, results.SchoolWeeks.Visits);
        Row("visits per school day", Number, results.SchoolWeeks.VisitsPerSchoolDay);
        Row("time per visit", Time, results.SchoolWeeks.TimePerVisit);
        Line($"  {"by number of users",-56}{Change.Signed(results.SchoolWeeks.ByUsers),12}");
        Line($"  {"by visits of each",-56}{Change.Signed(results.SchoolWeeks.ByIntensity),12}");
        Line($"  {"establishments",-32}{Number(results.SchoolWeeks.Periods.EstablishmentsA),12}{Number(results.SchoolWeeks.Periods.EstablishmentsB),12}{$"{Number(results.SchoolWeeks.ConstantEstablishments)} in both",12}");
        Head("First week of the school year");
        Row("visits", Number, results.FirstWeek.Visits);
        Row("users", Number, results.FirstWeek.Users!.Value);
        Pair("school days", Number(results.FirstWeek.Periods.SchoolDaysA!.Value), Number(results.FirstWeek.Periods.SchoolDaysB!.Value));
        Line($"{"Back-to-school peak",-34}{$"week {results.PeakRank2021}",12}{$"week {results.PeakRank2022}",12}");
        Row("visits", Number, results.PeakWeeks.Visits);
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
        void Head(string title) => Line($"{title,-42}{results.Autumn.Before.From.Year,4}{results.Autumn.After.From.Year,12}{"change",12}");
        void Row(string name, Func<decimal, string> figure, Change change) => Line($"  {name,-32}{figure(change.Before),12}{figure(change.After),12}{change,12}");
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
    private static string Number(decimal number) => decimal.Floor(number).ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Percent(Part part, int decimals) => part.Percent(decimals).ToString(decimals == 0 ? "0 \\%" : "0.0 \\%", CultureInfo.InvariantCulture);

    private static string Percent(Ratio ratio) => Percent(new Part("", ratio), 1);

    private static string Percent(IReadOnlyList<Part> parts, string code) => parts.FirstOrDefault(part => part.Code == code) is { } part ? Percent(part, 1) : "-";

    private static string Time(IndicatorRow row)
    {
        var milliseconds = RatioIndicators.TimePerVisit.Of(row).Value;
        return Time((decimal)milliseconds.Numerator / milliseconds.Denominator);
    }

    private static string Time(decimal milliseconds) =>
        TimeSpan.FromSeconds((long)Math.Round(milliseconds / 1000, MidpointRounding.AwayFromZero)).ToString("c", CultureInfo.InvariantCulture);
}
