using System.Collections.Frozen;
using System.Text;
using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>Where the columns of a school calendar's file stand, and what a row's fields mean. Not thread safe.</summary>
internal sealed class SchoolCalendarColumns(ReferenceReader reader)
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    /// <summary>Longer than any holiday: beyond it, a date is wrong.</summary>
    private const int LongestDays = 120;

    private static readonly FrozenDictionary<string, SchoolZone> Zones = new Dictionary<string, SchoolZone>(StringComparer.Ordinal)
    {
        ["zone a"] = SchoolZone.A,
        ["zone b"] = SchoolZone.B,
        ["zone c"] = SchoolZone.C,
        ["corse"] = SchoolZone.Corse,
        ["guadeloupe"] = SchoolZone.Guadeloupe,
        ["martinique"] = SchoolZone.Martinique,
        ["guyane"] = SchoolZone.Guyane,
        ["reunion"] = SchoolZone.Reunion,
        ["la reunion"] = SchoolZone.Reunion,
        ["mayotte"] = SchoolZone.Mayotte,
        ["saint pierre et miquelon"] = SchoolZone.SaintPierreEtMiquelon,
        ["nouvelle caledonie"] = SchoolZone.NouvelleCaledonie,
        ["polynesie"] = SchoolZone.PolynesieFrancaise,
        ["polynesie francaise"] = SchoolZone.PolynesieFrancaise,
        ["wallis et futuna"] = SchoolZone.WallisEtFutuna,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly int _description = reader.MandatoryColumn("description");
    private readonly int _population = reader.Column("population");
    private readonly int _start = reader.MandatoryColumn("Date de début", "start_date");
    private readonly int _end = reader.MandatoryColumn("Date de fin", "end_date");
    private readonly int _zone = reader.MandatoryColumn("zones");
    private readonly int _year = reader.Column("annee_scolaire");

    /// <summary>The reader's current row; null when its zone or one of its dates is none.</summary>
    public SchoolCalendarRow? Read() =>
        Zones.TryGetValue(Folded(reader.Field(_zone)), out var zone) && DayOf(reader.Field(_start)) is { } start && DayOf(reader.Field(_end)) is { } end
        && end.DayNumber - start.DayNumber <= LongestDays
            ? new SchoolCalendarRow(zone, reader.Field(_year), Folded(reader.Field(_description)), PupilsOf(Folded(reader.Field(_population))), start, end)
            : null;

    /// <summary>A day, or the day in Paris of an instant: the file writes the midnights of Paris, overseas too.</summary>
    private static DateOnly? DayOf(string text)
    {
        var day = InstantText.Read(Encoding.UTF8.GetBytes(text), out var instant) == InstantReading.Ok
            ? LocalCalendar.DateOf(CivilZone.Paris.DayOf(instant))
            : ReferenceText.Date(text);
        return day is { Year: >= EarliestYear and <= LatestYear } ? day : null;
    }

    private static PupilGroups PupilsOf(string population)
    {
        if (population.Contains("enseignant", StringComparison.Ordinal))
        {
            return PupilGroups.None;
        }

        if (population.Contains("guadeloupe", StringComparison.Ordinal) || population.Contains("saint", StringComparison.Ordinal))
        {
            return population.StartsWith("guadeloupe", StringComparison.Ordinal) ? PupilGroups.All : PupilGroups.None;
        }

        var groups = population.Contains("premier degre", StringComparison.Ordinal) ? PupilGroups.Ecole : PupilGroups.None;
        groups |= population.Contains("second degre", StringComparison.Ordinal) ? PupilGroups.College | PupilGroups.Lycee : PupilGroups.None;
        groups |= population.Contains("college", StringComparison.Ordinal) ? PupilGroups.College : PupilGroups.None;
        groups |= population.Contains("lycee", StringComparison.Ordinal) ? PupilGroups.Lycee : PupilGroups.None;
        return groups == PupilGroups.None ? PupilGroups.All : groups;
    }

    /// <summary>As spelled in one way: apostrophes and hyphens come in several.</summary>
    private static string Folded(string text) => ReferenceText.Folded(text.Replace('’', '\'').Replace('-', ' '));
}
