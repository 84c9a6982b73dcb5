using System.Runtime.InteropServices;
using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// What the parts of totals leave over, added up for the nation and each académie. Where a table has no rows of theirs (published figures have those of
/// establishments and weeks only), their establishments' weeks are added up: visits may be. Not thread safe.
/// </summary>
/// <param name="request">Whose table it is.</param>
internal sealed class PartGaps(ControlRequest request)
{
    private static readonly string[] Published = ["eleve", "parent", "enseignant", "admin_vie_scol_tech"];

    // By dimension: of rows of the nation and of académies over the whole range, and of weeks of establishments.
    private readonly Dictionary<Whole, Sums> _wholes = [];
    private readonly Dictionary<Whole, Sums> _weeks = [];
    private readonly Dictionary<string, string> _academies = new(StringComparer.Ordinal);

    // Parts of which one is not known add up to nothing that could be compared.
    private readonly HashSet<(int Week, string Code, string Dimension)> _unknown = [.. request.Measured.Withheld.Select(row => (row.WeekStart, row.Code, row.Dimension.Code))];

    /// <summary>Adds the rows of one dimension in one block.</summary>
    public void Add(IndicatorColumns columns, int from, int to, int total)
    {
        var dimension = columns.Dimension[from];
        if (from == total || !dimension.PartitionsVisits)
        {
            return;
        }

        var (period, level, code) = (columns.Period[from], columns.Level[from], columns.Code[from]);
        var isWhole = period == PeriodKind.All && (level is TerritoryLevel.National or TerritoryLevel.Academy);
        if (!isWhole && (period != PeriodKind.Week || level != TerritoryLevel.Establishment || _unknown.Contains((columns.PeriodStart[from], code, dimension.Code))))
        {
            return;
        }

        var (parts, published, isProfile) = (0L, 0L, dimension == Dimension.Profile);
        for (var row = from; row < to; row++)
        {
            parts += columns.Visits[row];
            published += isProfile && Array.IndexOf(Published, columns.Modality[row]) >= 0 ? columns.Visits[row] : 0;
        }

        var sums = new Sums(columns.Visits[total], parts, published, parts == columns.Visits[total] ? 0 : 1);
        if (isWhole)
        {
            Put(_wholes, new Whole(dimension.Code, level, code), sums);
        }
        else
        {
            Put(_weeks, new Whole(dimension.Code, TerritoryLevel.National, IndicatorCodes.National), sums);
            Put(_weeks, new Whole(dimension.Code, TerritoryLevel.Academy, AcademyOf(code)), sums);
        }
    }

    /// <summary>Adds what was found.</summary>
    public void AddTo(List<Finding> findings)
    {
        DateOnly? start = request.Measured.Days.Length > 0 ? LocalCalendar.DateOf(request.Measured.Days.Start) : null;
        foreach (var (key, sums) in _wholes.Concat(_weeks.Where(entry => !_wholes.ContainsKey(entry.Key))))
        {
            if (sums.Wrong > 0)
            {
                findings.Add(new Finding(TotalControls.PartsNotTotal, key.Level, key.Code, PeriodKind.All, start, $"visits:{key.Dimension}", sums.Parts, sums.Total));
            }

            if (key.Dimension == Dimension.Profile.Code && sums.Published != sums.Total && (key.Level == TerritoryLevel.National || sums.Wrong > 0))
            {
                findings.Add(new Finding(TotalControls.ProfilesUnpublished, key.Level, key.Code, PeriodKind.All, start, "profile:unpublished", sums.Total - sums.Published, 0));
            }
        }
    }

    private static void Put(Dictionary<Whole, Sums> all, Whole whole, Sums sums)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(all, whole, out _);
        sum = sum.Plus(sums);
    }

    private string AcademyOf(string uai)
    {
        if (!_academies.TryGetValue(uai, out var academy))
        {
            academy = request.Annuaire.Find(uai)?.AcademyCode is { Length: > 0 } known ? known : Territories.DepartmentOf(Encoding.UTF8.GetBytes(uai))?.Academy?.Code ?? IndicatorCodes.Unknown;
            _academies.Add(uai, academy);
        }

        return academy;
    }

    /// <summary>What parts of one dimension make up. Findings are put in order where they are told, so these need none.</summary>
    private readonly record struct Whole(string Dimension, TerritoryLevel Level, string Code);

    private readonly record struct Sums(long Total, long Parts, long Published, int Wrong)
    {
        public Sums Plus(Sums other) => new(Total + other.Total, Parts + other.Parts, Published + other.Published, Wrong + other.Wrong);
    }
}
