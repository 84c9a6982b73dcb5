using System.Globalization;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>A comparison in a few lines for people: both perimeters, what the change is made of, and what to know first. Thread safe.</summary>
public static class ComparisonText
{
    private const int LabelWidth = 44;
    private const int NumberWidth = 15;

    /// <summary>The nation's comparison in English, lines ending with <c>\n</c>.</summary>
    public static string English(ComparisonTable table) => TextOf(LinesOf(table));

    /// <summary>The same in French.</summary>
    public static string French(ComparisonTable table) => TextOf(LinesOf(table, static words => words.French, ","));

    /// <summary>The lines in English, one by one.</summary>
    internal static IReadOnlyList<ComparisonLine> LinesOf(ComparisonTable table) => LinesOf(table, static words => words.English, ".");

    private static string TextOf(IEnumerable<ComparisonLine> lines) => string.Concat(lines.Select(line => line.IsRow
        ? $"{line.Label.PadRight(LabelWidth)}{line.A.PadLeft(NumberWidth)}{line.B.PadLeft(NumberWidth)}{line.Change.PadLeft(NumberWidth)}{line.Rate.PadLeft(line.Rate.Length == 0 ? 0 : Math.Max(10, line.Rate.Length + 2))}".TrimEnd() + '\n'
        : line.Label + '\n'));

    private static List<ComparisonLine> LinesOf(ComparisonTable table, Func<Wording, string> say, string point)
    {
        var lines = new Lines(table, say, point);
        lines.Head();
        lines.Figures(ComparedPerimeter.Full, new("Périmètre complet", "Full perimeter"));
        lines.Terms(ComparedPerimeter.Full, ComparisonSubjects.Perimeter);
        lines.Figures(ComparedPerimeter.Constant, new("Périmètre constant", "Constant perimeter"));
        lines.Terms(ComparedPerimeter.Constant, ComparisonSubjects.Volume);
        lines.Terms(ComparedPerimeter.Constant, ComparisonSubjects.Profile);
        lines.Terms(ComparedPerimeter.Constant, ComparisonSubjects.SchoolLevel);
        lines.Terms(ComparedPerimeter.Full, ComparisonSubjects.Academies);
        lines.Marks();
        return lines.Written;
    }

    /// <summary>The lines that are written. Not thread safe.</summary>
    private sealed class Lines(ComparisonTable table, Func<Wording, string> say, string point)
    {
        private static readonly Dictionary<string, Wording> FigureWords = new(StringComparer.Ordinal)
        {
            [ComparisonSubjects.Visits] = new("visites", "visits"),
            [ComparisonSubjects.UserWeeks] = new("utilisateurs-semaines", "user-weeks"),
            [ComparisonSubjects.VisitsPerUserWeek] = new("visites par utilisateur-semaine", "visits a user-week"),
            [ComparisonSubjects.VisitsPerSchoolDay] = new("visites par jour de classe", "visits a school day"),
            [ComparisonSubjects.TimePerVisit] = new("temps par visite (ms)", "time per visit (ms)"),
            [ComparisonSubjects.Users] = new("utilisateurs distincts", "distinct users"),
            [ComparisonSubjects.VisitsNotCompared] = new("visites non comparées", "visits not compared"),
        };

        private static readonly Dictionary<string, Wording> TermWords = new(StringComparer.Ordinal)
        {
            [ComparisonSubjects.Perimeter] = new("dont", "of which"),
            [ComparisonSubjects.Volume] = new("par", "by"),
            [ComparisonSubjects.Profile] = new("par profil :", "by profile:"),
            [ComparisonSubjects.SchoolLevel] = new("par niveau :", "by school level:"),
            [ComparisonSubjects.Academies] = new("académies :", "académies:"),
            ["entered"] = new("entrés", "entered"),
            ["left"] = new("sortis", "left"),
            ["partly-fed"] = new("alimentés en partie", "fed in part"),
            ["without-establishment"] = new("sans établissement", "without an establishment"),
            ["constant"] = new("périmètre constant", "constant perimeter"),
            ["others"] = new("toutes les autres", "all the others"),
            ["users"] = new("nombre d'utilisateurs", "number of users"),
            ["intensity"] = new("intensité", "intensity"),
            ["mix"] = new("composition", "mix"),
            ["without-users"] = new("lignes sans utilisateur", "rows without users"),
            ["outside"] = new("hors des parties", "outside of the parts"),
        };

        public List<ComparisonLine> Written { get; } = [];

        public void Head()
        {
            var request = table.Request;
            var periods = table[0].Periods;
            Line($"{ComparisonCsv.YearOf(request.EarlierYear)} (A) → {ComparisonCsv.YearOf(request.LaterYear)} (B), {request.Rule.Code}");
            Line($"A {DaysOf(periods.DaysA)}, {WeeksOf(periods.WeeksA, periods.SchoolDaysA)}");
            Line($"B {DaysOf(periods.DaysB)}, {WeeksOf(periods.WeeksB, periods.SchoolDaysB)}");
        }

        public void Figures(ComparedPerimeter perimeter, Wording title)
        {
            var periods = table.National(perimeter, ComparisonSubjects.Visits)!.Periods;
            Row(say(title), "A", "B", "B − A", "");
            Row("  " + say(new("établissements", "establishments")), Count(periods.EstablishmentsA), Count(periods.EstablishmentsB), Signed(periods.EstablishmentsB - periods.EstablishmentsA), "");
            foreach (var row in table.Where(row => row.Level == TerritoryLevel.National && row.Perimeter == perimeter && row.Modality == IndicatorCodes.Total && FigureWords.ContainsKey(row.Subject) && (row.A ?? row.B) is not null))
            {
                Row("  " + say(FigureWords[row.Subject]), Figure(row.A), Figure(row.B), row.Change is { } change ? Signed(change) : "", Percent(row));
            }
        }

        public void Terms(ComparedPerimeter perimeter, string subject)
        {
            foreach (var row in table.Where(row => row.Level == TerritoryLevel.National && row.Perimeter == perimeter && row.Subject == subject && (row.A, row.B, row.Change) != (new Ratio(0, 1), new Ratio(0, 1), 0m)))
            {
                var (word, part) = row.Modality.Split(':', 2) is [var first, var rest] ? (first, $" {rest}") : (row.Modality, "");
                Row($"    {WordOf(subject)} {WordOf(word)}{part}{NamesOf(row)}", Figure(row.A), Figure(row.B), row.Change is { } change ? Signed(change) : "", Percent(row));
            }
        }

        public void Marks()
        {
            foreach (var mark in ComparisonMarks.All.Where(mark => table.Any(row => row.Level == TerritoryLevel.National && row.Marks.Contains(mark))))
            {
                Line($"! {mark.Id}: {say(mark.Meaning)} {say(mark.Remedy)}");
            }
        }

        private string WordOf(string word) => say(TermWords[word]);

        private string NamesOf(ComparisonRow term)
        {
            var mark = term.Modality == "left" ? ComparisonMarks.TerritoryLeft : ComparisonMarks.TerritoryEntered;
            return term.Subject != ComparisonSubjects.Academies || term.Modality == "others" ? ""
                : $" ({string.Join(", ", table.Where(row => row is { Level: TerritoryLevel.Academy, Perimeter: ComparedPerimeter.Full, Subject: ComparisonSubjects.Visits } && row.Marks.Contains(mark)).Select(row => Territories.FindAcademy(row.Code)?.Name ?? row.Code))})";
        }

        private string DaysOf(DayRange days) => days.Length == 0 ? say(new("aucun jour", "no day"))
            : string.Create(CultureInfo.InvariantCulture, $"{LocalCalendar.DateOf(days.Start):yyyy-MM-dd}..{LocalCalendar.DateOf(days.End - 1):yyyy-MM-dd}");

        private string WeeksOf(int weeks, int? schoolDays) => schoolDays is { } days
            ? say(new($"{weeks} semaines, {days} jours de classe", $"{weeks} weeks, {days} school days"))
            : say(new($"{weeks} semaines", $"{weeks} weeks"));

        private string Percent(ComparisonRow row) => row.Rate is not { } rate ? ""
            : $"{Signed(rate * 100, 1)} %" + (row is { Low: { } low, High: { } high } ? $" [{Signed((decimal)low * 100, 1)}; {Signed((decimal)high * 100, 1)}]" : "");

        private string Figure(Ratio? figure) => figure is not { } known ? "" : known.Denominator == 1 ? Count(known.Numerator) : Number(known.Value!.Value, 2);

        private string Count(decimal count) => Number(count, 0);

        private string Signed(decimal number) => Signed(number, number == decimal.Truncate(number) ? 0 : 2);

        private string Signed(decimal number, int decimals)
        {
            var text = Number(Math.Abs(number), decimals);
            return text.All(character => character is '0' or ',' or '.') ? text : (number < 0 ? "−" : "+") + text;
        }

        private string Number(decimal number, int decimals) =>
            number.ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace(',', ' ').Replace(".", point, StringComparison.Ordinal);

        private void Row(string label, string a, string b, string change, string rate) => Written.Add(new(label, a, b, change, rate));

        private void Line(string line) => Written.Add(new(line));
    }
}
