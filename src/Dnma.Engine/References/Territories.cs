using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>
/// France's départements, académies and regions, as they stand since 2020, built in: what a measurement knows without any file.
/// An annuaire knows more of an establishment and goes before. Immutable, thread safe.
/// </summary>
public static class Territories
{
    private static readonly FrozenDictionary<string, Academy> AcademiesByCode =
        TerritoryData.Academies.ToFrozenDictionary(static academy => academy.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Department> DepartmentsByCode =
        TerritoryData.Departments.ToFrozenDictionary(static department => department.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Region> RegionsByCode =
        TerritoryData.Regions.ToFrozenDictionary(static region => region.Code, StringComparer.Ordinal);

    /// <summary>Of the content; changes whenever a territory does.</summary>
    public static string Version => "2";

    /// <summary>SHA-256 of the content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public static string Digest { get; } = ComputeDigest();

    /// <summary>The 30 académies, by code.</summary>
    public static IReadOnlyList<Academy> Academies => TerritoryData.Academies;

    /// <summary>The authorities of the four collectivities overseas that belong to no académie, by code.</summary>
    public static IReadOnlyList<ViceRectorate> ViceRectorates => TerritoryData.ViceRectorates;

    /// <summary>What published tables call the region of the collectivities overseas, which belong to none.</summary>
    public static Region Overseas { get; } = new("00", "TOM et Collectivités territoriales");

    /// <summary>Territories of the past: the académies of Caen and Rouen, one since 2020, and the regions before 2016.</summary>
    public static IReadOnlyList<TerritorySuccession> Successions => TerritoryData.Successions;

    /// <summary>The 101 départements, then the collectivities overseas, by code.</summary>
    public static IReadOnlyList<Department> Departments => TerritoryData.Departments;

    /// <summary>The 18 regions, by code.</summary>
    public static IReadOnlyList<Region> Regions => TerritoryData.Regions;

    /// <summary>Whose school holidays a département has; null when there is no such département.</summary>
    /// <param name="departmentCode">The official code.</param>
    public static SchoolZone? ZoneOf(string departmentCode) =>
        FindDepartment(departmentCode)?.Academy?.Zone
        ?? TerritoryData.ViceRectorates.FirstOrDefault(authority => authority.DepartmentCode == departmentCode)?.Zone;

    /// <summary>Which public holidays a département has.</summary>
    /// <param name="departmentCode">The official code.</param>
    public static PublicHolidayLaw PublicHolidaysOf(string departmentCode) => departmentCode switch
    {
        "57" or "67" or "68" => PublicHolidayLaw.AlsaceMoselle,
        "977" => PublicHolidayLaw.SaintBarthelemy,
        "978" => PublicHolidayLaw.SaintMartin,
        _ => ZoneOf(departmentCode) is { } zone ? PublicHolidays.LawOf(zone) : PublicHolidayLaw.Metropole,
    };

    /// <summary>
    /// The local authority that keeps a public establishment and its school workspace (domain §4.1): the commune of an école, the département of a
    /// collège, the region of a lycée and of an EREA.
    /// </summary>
    /// <param name="establishment">Its nature tells which.</param>
    /// <returns>The territory; null for a private one, for other natures, and where its code is not known.</returns>
    public static Territory? LocalAuthorityOf(Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        var nature = ReferenceText.Folded(establishment.Nature);
        Territory? authority =
            establishment.Sector != "PU" ? null
            : establishment.SchoolLevel == SchoolLevel.First ? new(TerritoryKind.Commune, establishment.CommuneCode, establishment.Commune)
            : nature.StartsWith("college", StringComparison.Ordinal) ? new(TerritoryKind.Department, establishment.DepartmentCode, establishment.DepartmentName)
            : nature.StartsWith("lycee", StringComparison.Ordinal) || nature.StartsWith("etablissement regional", StringComparison.Ordinal)
                ? new(TerritoryKind.Region, establishment.RegionCode, establishment.Region)
            : null;
        return authority is { Code.Length: > 0 } ? authority : null;
    }

    /// <summary>The region of INSEE's two digits; null when there is none.</summary>
    public static Region? FindRegion(string code) => RegionsByCode.GetValueOrDefault(code);

    /// <summary>The académie of a two-digit code; null when there is none.</summary>
    public static Academy? FindAcademy(string code) => AcademiesByCode.GetValueOrDefault(code);

    /// <summary>The département of an official code such as <c>45</c>, <c>2A</c>, <c>971</c>; null when there is none.</summary>
    public static Department? FindDepartment(string code) => DepartmentsByCode.GetValueOrDefault(code);

    /// <summary>The département that a UAI's prefix names (<see cref="Uai.DepartmentCode"/>); null when it names none.</summary>
    /// <param name="uai">A UAI as UTF-8, or any text.</param>
    public static Department? DepartmentOf(ReadOnlySpan<byte> uai) => Uai.DepartmentCode(uai) is { } code ? FindDepartment(code) : null;

    /// <summary>
    /// The region that figures of an establishment belong to; empty for none. The annuaire writes <c>00</c> for the collectivities overseas, which
    /// are in no region.
    /// </summary>
    internal static string RegionCodeOf(Establishment establishment) => establishment.RegionCode == "00" ? "" : establishment.RegionCode;

    /// <summary>The départements of an académie, by code; empty when there is no such académie.</summary>
    /// <param name="academyCode">Two digits.</param>
    public static IReadOnlyList<Department> DepartmentsOfAcademy(string academyCode) =>
        [.. TerritoryData.Departments.Where(department => department.Academy?.Code == academyCode)];

    /// <summary>The départements of a region, by code; empty when there is no such region.</summary>
    /// <param name="regionCode">INSEE's two digits.</param>
    public static IReadOnlyList<Department> DepartmentsOfRegion(string regionCode) =>
        [.. TerritoryData.Departments.Where(department => department.Region?.Code == regionCode)];

    private static string ComputeDigest()
    {
        var text = new StringBuilder("territories/2\n");
        foreach (var academy in TerritoryData.Academies)
        {
            text.Append($"academy;{academy.Code};{academy.Name};{academy.Zone}\n");
        }

        foreach (var region in TerritoryData.Regions)
        {
            text.Append($"region;{region.Code};{region.Name}\n");
        }

        foreach (var department in TerritoryData.Departments)
        {
            text.Append($"department;{department.Code};{department.Name};{department.Academy?.Code};{department.Region?.Code}\n");
        }

        foreach (var authority in TerritoryData.ViceRectorates)
        {
            text.Append($"vice-rectorate;{authority.Code};{authority.Name};{authority.DepartmentCode};{authority.Zone}\n");
        }

        foreach (var succession in TerritoryData.Successions)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"succession;{succession.Old.Kind};{succession.Old.Code};{succession.Old.Name};{succession.NewCode};{succession.On:yyyy-MM-dd}\n");
        }

        foreach (var (kind, spelling, code) in TerritorySpellings.Others)
        {
            text.Append($"spelling;{kind};{spelling};{code}\n");
        }

        for (var prefix = 0; prefix < 1000; prefix++)
        {
            if (UaiPrefixes.DepartmentCode(prefix) is { } code)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"prefix;{prefix:000};{code}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
