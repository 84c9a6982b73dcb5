using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>
/// Every equation that a reader of published files knows, written down naively, row by row: signed rows that sum to 0, with unknowns of their own where a
/// week and a month of an establishment share days that nobody publishes (negative numbers).
/// </summary>
internal static class PublicEquations
{
    public static IEnumerable<(int Row, int Sign)[]> Of(IReadOnlyList<IndicatorRow> rows, Annuaire annuaire, DateOnly to)
    {
        var counted = Enumerable.Range(0, rows.Count).Where(row => rows[row].Visits > 0).ToArray();
        return Modalities(rows, counted).Concat(Territories(rows, counted, annuaire)).Concat(Periods(rows, counted, annuaire, to))

            // A whole without parts: these are of a level or dimension that nobody knows of.
            .Where(equation => equation.Any(term => term.Sign > 0));
    }

    private static IEnumerable<(int Row, int Sign)[]> Modalities(IReadOnlyList<IndicatorRow> rows, int[] counted)
    {
        foreach (var block in counted.GroupBy(row => (rows[row].Period, rows[row].PeriodStart, rows[row].Level, rows[row].Code)))
        {
            var byDimension = block.ToLookup(row => rows[row].Dimension.Code);
            foreach (var parts in byDimension.Where(dimension => dimension.Key is not ("total" or "profile-device")))
            {
                yield return Sum(byDimension["total"], parts);
            }

            foreach (var profile in byDimension["profile"])
            {
                yield return Sum([profile], byDimension["profile-device"].Where(row => rows[row].Modality[..rows[row].Modality.LastIndexOf('_')] == rows[profile].Modality));
            }

            foreach (var device in byDimension["device"])
            {
                yield return Sum([device], byDimension["profile-device"].Where(row => rows[row].Modality[(rows[row].Modality.LastIndexOf('_') + 1)..] == rows[device].Modality));
            }
        }
    }

    private static IEnumerable<(int Row, int Sign)[]> Territories(IReadOnlyList<IndicatorRow> rows, int[] counted, Annuaire annuaire)
    {
        foreach (var group in counted.GroupBy(row => (rows[row].Period, rows[row].PeriodStart, rows[row].Dimension.Code, rows[row].Modality)))
        {
            var byLevel = group.ToLookup(row => rows[row].Level);
            foreach (var level in byLevel.Select(level => level.Key).Where(level => level != TerritoryLevel.National))
            {
                yield return Sum(byLevel[TerritoryLevel.National], byLevel[level]);
            }

            foreach (var department in byLevel[TerritoryLevel.Department].Where(_ => group.Key.Period != PeriodKind.Day))
            {
                yield return Sum([department], byLevel[TerritoryLevel.Establishment].Where(row => DepartmentOf(annuaire, rows[row].Code) == rows[department].Code));
            }

            foreach (var academy in byLevel[TerritoryLevel.Academy].Where(_ => group.Key.Period != PeriodKind.Day))
            {
                yield return Sum([academy], byLevel[TerritoryLevel.Establishment].Where(row => AcademyOf(annuaire, rows[row].Code) == rows[academy].Code));
            }

            // In the logs of these tests a département lies in one académie.
            foreach (var academy in byLevel[TerritoryLevel.Academy])
            {
                yield return Sum([academy], byLevel[TerritoryLevel.Department].Where(row => AcademyOfDepartment(rows[row].Code) == rows[academy].Code));
            }
        }
    }

    private static IEnumerable<(int Row, int Sign)[]> Periods(IReadOnlyList<IndicatorRow> rows, int[] counted, Annuaire annuaire, DateOnly to)
    {
        var hidden = 0;
        var groups = counted.GroupBy(row => (rows[row].Level, rows[row].Code, Dimension: rows[row].Dimension.Code, rows[row].Modality)).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var (key, group) in groups)
        {
            var byKind = group.ToLookup(row => rows[row].Period);
            foreach (var whole in group.Where(row => rows[row].Period is PeriodKind.All or PeriodKind.SchoolYear))
            {
                yield return Sum([whole], byKind[PeriodKind.Month].Where(row => IsIn(rows, row, whole, to)));
            }

            foreach (var whole in byKind[PeriodKind.All])
            {
                yield return Sum([whole], byKind[PeriodKind.Week]);
            }

            var around = key.Level switch
            {
                TerritoryLevel.Establishment => (TerritoryLevel.Department, DepartmentOf(annuaire, key.Code)),
                TerritoryLevel.Platform or TerritoryLevel.Project => (TerritoryLevel.National, "FR"),
                _ => (key.Level, key.Code),
            };
            var days = groups[(around.Item1, around.Item2, key.Dimension, key.Modality)].Where(row => rows[row].Period == PeriodKind.Day).ToArray();
            var isOwn = around == (key.Level, key.Code);
            var parts = days.ToDictionary(day => day, day => isOwn ? day : --hidden);
            foreach (var whole in group.Where(row => rows[row].Period is PeriodKind.Week or PeriodKind.Month))
            {
                yield return Sum([whole], days.Where(day => IsIn(rows, day, whole, to)).Where(day => isOwn || CanBe(rows, group, day, to)).Select(day => parts[day]));
            }
        }
    }

    /// <summary>Whether a territory has both a week and a month around a day: else everybody sees that it had nothing then.</summary>
    private static bool CanBe(IReadOnlyList<IndicatorRow> rows, int[] group, int day, DateOnly to) =>
        group.Any(row => rows[row].Period == PeriodKind.Week && IsIn(rows, day, row, to)) && group.Any(row => rows[row].Period == PeriodKind.Month && IsIn(rows, day, row, to));

    private static bool IsIn(IReadOnlyList<IndicatorRow> rows, int part, int whole, DateOnly to)
    {
        var (start, date) = (rows[whole].PeriodStart, rows[part].PeriodStart);
        return rows[whole].Period switch
        {
            PeriodKind.Week => date >= start && date < start.AddDays(7),
            PeriodKind.Month => date.Year == start.Year && date.Month == start.Month,
            PeriodKind.SchoolYear => date >= start && date < start.AddYears(1),
            _ => date < to,
        };
    }

    private static (int, int)[] Sum(IEnumerable<int> wholes, IEnumerable<int> parts) => [.. wholes.Select(row => (row, -1)), .. parts.Select(row => (row, 1))];

    private static string DepartmentOf(Annuaire annuaire, string uai) => uai == "inconnu" || annuaire.Describe(uai).DepartmentCode is not { Length: > 0 } code ? "inconnu" : code;

    private static string AcademyOf(Annuaire annuaire, string uai) => uai == "inconnu" || annuaire.Describe(uai).AcademyCode is not { Length: > 0 } code ? "inconnu" : code;

    private static string AcademyOfDepartment(string code) => code == "inconnu" ? code : Dnma.Engine.References.Territories.FindDepartment(code)?.Academy?.Code ?? "inconnu";
}
