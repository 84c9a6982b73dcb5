using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The 101 départements, then the collectivities overseas, by code.</summary>
    public static IReadOnlyList<Department> Departments => TerritoryData.Departments;

    /// <summary>The 18 regions, by code.</summary>
    public static IReadOnlyList<Region> Regions => TerritoryData.Regions;

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
