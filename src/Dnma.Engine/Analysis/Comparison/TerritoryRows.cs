using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The rows of one territory.</summary>
internal sealed class TerritoryRows(ComparisonRequest request, ComparedTerritory territory, ExactUsers users, ComparedTerritory[] academies)
{
    private const int DaysOfWeek = 7;
    private readonly TerritoryMarks _marks = new(request, territory);

    /// <summary>All of them: figures and terms of the full perimeter, then of the constant one.</summary>
    public IEnumerable<ComparisonRow> All() => [.. Of(ComparedPerimeter.Full), .. Of(ComparedPerimeter.Constant)];

    private IEnumerable<ComparisonRow> Of(ComparedPerimeter perimeter)
    {
        var group = perimeter == ComparedPerimeter.Full ? territory.Full : territory.Constant;
        var rows = new RowWriter(territory, perimeter, group, PeriodsOf(group), _marks);
        Figures(rows, group);
        if (perimeter == ComparedPerimeter.Full)
        {
            UsersAndOutside(rows);
        }

        if (_marks.HasWeeks && perimeter == ComparedPerimeter.Full)
        {
            PerimeterTerms(rows);
        }
        else if (_marks.HasWeeks)
        {
            VolumeTerms(rows, group);
            PartTerms(rows, group, ComparisonSubjects.Profile, group.Profiles());
            PartTerms(rows, group, ComparisonSubjects.SchoolLevel, group.Levels());
        }

        return rows.Written;
    }

    private static void Figures(RowWriter rows, SchoolGroup group)
    {
        var (a, b) = (group.A, group.B);
        var withoutUsers = TerritoryMarks.If(a.Visits != a.VisitsWithUsers || b.Visits != b.VisitsWithUsers, ComparisonMarks.VisitsWithoutUsers);
        rows.Count(ComparisonSubjects.Visits, a.Visits, b.Visits);
        rows.Count(ComparisonSubjects.UserWeeks, a.UserWeeks, b.UserWeeks, withoutUsers);
        rows.Quotient(ComparisonSubjects.VisitsPerUserWeek, new(a.VisitsWithUsers, a.UserWeeks), new(b.VisitsWithUsers, b.UserWeeks), withoutUsers);
        rows.Count(ComparisonSubjects.Duration, a.DurationMs, b.DurationMs);
        rows.Quotient(ComparisonSubjects.TimePerVisit, new(a.DurationMs, a.TimedVisits), new(b.DurationMs, b.TimedVisits));
        rows.SchoolDays(SchoolDayRates.Of(group), TerritoryMarks.If(group.Schools.Any(school => !school.Weeks.HasCalendar && school.A.Visits + school.B.Visits > 0), ComparisonMarks.NoCalendar));
    }

    private void UsersAndOutside(RowWriter rows)
    {
        var (a, b) = (users.Of(territory, isLater: false), users.Of(territory, isLater: true));
        rows.Users(a, b, TerritoryMarks.If(a is null || b is null, ComparisonMarks.UsersNotCounted));
        var (outsideA, outsideB) = (territory.Full.A.VisitsOutside, territory.Full.B.VisitsOutside);
        if (outsideA > 0 || outsideB > 0)
        {
            rows.NotCompared(outsideA, outsideB);
        }
    }

    private void PerimeterTerms(RowWriter rows)
    {
        foreach (var (move, name) in new (SchoolMove?, string)[] { (SchoolMove.Entered, "entered"), (SchoolMove.Left, "left"), (SchoolMove.PartlyFed, "partly-fed"), (null, "without-establishment"), (SchoolMove.Stayed, "constant") })
        {
            Term(rows, ComparisonSubjects.Perimeter, name, [territory.Of(move)]);
        }

        if (territory.Level == TerritoryLevel.National)
        {
            foreach (var (move, name) in new[] { (SchoolMove.Left, "left"), (SchoolMove.Entered, "entered"), (SchoolMove.Stayed, "others") })
            {
                Term(rows, ComparisonSubjects.Academies, name, [.. academies.Where(academy => academy.Move == move).Select(academy => academy.Full)]);
            }
        }
    }

    private static void Term(RowWriter rows, string subject, string name, SchoolGroup[] groups)
    {
        var (a, b) = (groups.Sum(group => group.A.Visits), groups.Sum(group => group.B.Visits));
        rows.Term(subject, name, RowWriter.CountOf(a), RowWriter.CountOf(b), b - a);
    }

    private static void VolumeTerms(RowWriter rows, SchoolGroup group)
    {
        var (cell, without) = (group.Cell, (A: group.A.Visits - group.A.VisitsWithUsers, B: group.B.Visits - group.B.VisitsWithUsers));
        var terms = Decomposition.Of([cell]);
        var marks = TerritoryMarks.If(without != default, ComparisonMarks.VisitsWithoutUsers);
        rows.Term(ComparisonSubjects.Volume, "users", RowWriter.CountOf(cell.UsersA), RowWriter.CountOf(cell.UsersB), terms.Users, marks);
        rows.Term(ComparisonSubjects.Volume, "intensity", new(cell.VisitsA, cell.UsersA), new(cell.VisitsB, cell.UsersB), terms.Intensity[0], marks);
        rows.Term(ComparisonSubjects.Volume, "without-users", RowWriter.CountOf(without.A), RowWriter.CountOf(without.B), without.B - without.A, marks);
    }

    private static void PartTerms(RowWriter rows, SchoolGroup group, string subject, SortedDictionary<string, CellFigures> parts)
    {
        if (parts.Keys.All(part => part == IndicatorCodes.Unknown))
        {
            return;
        }

        CellFigures[] cells = [.. parts.Values];
        var all = cells.Aggregate(default(CellFigures), (sum, cell) => sum + cell);
        var (terms, outside) = (Decomposition.Of(cells), (A: group.A.Visits - all.VisitsA, B: group.B.Visits - all.VisitsB));
        var marks = TerritoryMarks.If(outside != default, ComparisonMarks.PartsNotTotal);
        rows.Term(subject, "users", RowWriter.CountOf(all.UsersA), RowWriter.CountOf(all.UsersB), terms.Users, marks);
        foreach (var (index, part) in parts.Keys.Index())
        {
            rows.Term(subject, $"mix:{part}", new(cells[index].UsersA, all.UsersA), new(cells[index].UsersB, all.UsersB), terms.Mix[index], marks);
        }

        foreach (var (index, part) in parts.Keys.Index())
        {
            rows.Term(subject, $"intensity:{part}", new(cells[index].VisitsA, cells[index].UsersA), new(cells[index].VisitsB, cells[index].UsersB), terms.Intensity[index], marks);
        }

        rows.Term(subject, "outside", RowWriter.CountOf(outside.A), RowWriter.CountOf(outside.B), outside.B - outside.A, marks);
    }

    private ComparedPeriods PeriodsOf(SchoolGroup group)
    {
        ComparedSchool[] there = [.. group.Schools.Where(school => !school.IsUnplaced && (school.A.Visits > 0 || school.B.Visits > 0))];
        var (a, b) = (MondaysOf(isLater: false), MondaysOf(isLater: true));
        return new ComparedPeriods
        {
            DaysA = DaysOf(a),
            DaysB = DaysOf(b),
            WeeksA = a.Length,
            WeeksB = b.Length,
            SchoolDaysA = SchoolDaysOf(isLater: false),
            SchoolDaysB = SchoolDaysOf(isLater: true),
            EstablishmentsA = there.Count(school => school.A.Visits > 0),
            EstablishmentsB = there.Count(school => school.B.Visits > 0),
            DueWeeks = there.Sum(school => (long)school.Weeks.Pairs.Length),
            FedWeeksA = there.Sum(school => (long)school.A.FedWeeks),
            FedWeeksB = there.Sum(school => (long)school.B.FedWeeks),
        };
    }

    private int[] MondaysOf(bool isLater) => [.. territory.Zones.SelectMany(zone => zone.Mondays(isLater)).Distinct().Order()];

    private static DayRange DaysOf(int[] mondays) => mondays.Length == 0 ? default : new DayRange(mondays[0], mondays[^1] + DaysOfWeek);

    private int? SchoolDaysOf(bool isLater)
    {
        int[] days = [.. territory.Zones.Where(zone => zone.HasCalendar).Select(zone => zone.SchoolDays(isLater)).Distinct()];
        return days is [var one] ? one : null;
    }
}
