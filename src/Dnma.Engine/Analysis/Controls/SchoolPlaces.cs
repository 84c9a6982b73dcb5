using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>Where establishments are and what they are: by whom a school's year is shared. Immutable.</summary>
internal sealed class SchoolPlaces
{
    private readonly Place[] _places;

    /// <param name="codes">UAI, by number.</param>
    /// <param name="annuaire">What is known of them.</param>
    public SchoolPlaces(IReadOnlyList<string> codes, Annuaire annuaire)
    {
        _places = new Place[codes.Count];
        for (var i = 0; i < _places.Length; i++)
        {
            var school = annuaire.Describe(codes[i]);
            _places[i] = new Place(school.AcademyCode, school.DepartmentCode, AreaOf(school.AcademyCode), KindOf(school));
        }
    }

    public Place this[int school] => _places[school];

    public int Count => _places.Length;

    /// <summary>Who has the same holidays: a zone where its calendar is known, else the académie.</summary>
    public static string AreaOf(string academyCode) =>
        ZoneOf(academyCode) is { } zone && SchoolCalendar.BuiltIn.CoverageOf(zone).Length > 0 ? $"zone {zone}" : $"academy {academyCode}";

    /// <summary>The zone of an académie; null when there is no such académie.</summary>
    public static SchoolZone? ZoneOf(string academyCode) => Territories.FindAcademy(academyCode)?.Zone;

    /// <summary>Collèges and lycées end their years at different times, écoles have Wednesdays off.</summary>
    private static string KindOf(Establishment school) => school.SchoolLevel switch
    {
        SchoolLevel.First => "ecole",
        SchoolLevel.Second when school.Nature.StartsWith("COLL", StringComparison.OrdinalIgnoreCase) => "college",
        SchoolLevel.Second when school.Nature.StartsWith("LYC", StringComparison.OrdinalIgnoreCase) => "lycee",
        _ => "",
    };

    /// <summary>One establishment's.</summary>
    /// <param name="Academy">Two digits; empty when unknown.</param>
    /// <param name="Department">Its code; empty when unknown.</param>
    /// <param name="Area">Who has the same holidays.</param>
    /// <param name="Kind">École, collège, lycée; empty when unknown.</param>
    internal readonly record struct Place(string Academy, string Department, string Area, string Kind);
}
