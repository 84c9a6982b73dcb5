namespace Dnma.Engine.References.Perimeters;

/// <summary>What an establishment has of each kind that its UAI or the annuaire tells. Pure and thread safe.</summary>
internal static class EstablishmentValues
{
    /// <summary>The value by which it is chosen; empty where nothing tells, and for labels of hits.</summary>
    public static string Of(PerimeterKind kind, Establishment establishment) => kind switch
    {
        PerimeterKind.Region => Territories.RegionCodeOf(establishment),
        PerimeterKind.Academy => establishment.AcademyCode,
        PerimeterKind.Department => establishment.DepartmentCode,
        PerimeterKind.Commune => establishment.CommuneCode,
        PerimeterKind.Circonscription => establishment.CirconscriptionCode,
        PerimeterKind.Establishment => establishment.Uai,
        PerimeterKind.SchoolLevel => establishment.SchoolLevel == SchoolLevel.Unknown ? "" : establishment.SchoolLevel.Code(),
        PerimeterKind.Nature => establishment.NatureCode,
        PerimeterKind.Sector => establishment.Sector,
        PerimeterKind.Ministry => establishment.Ministry,
        _ => "",
    };

    /// <summary>What that value is called; empty where it has no name beside itself.</summary>
    public static string NameOf(PerimeterKind kind, Establishment establishment) => kind switch
    {
        PerimeterKind.Region => establishment.Region,
        PerimeterKind.Academy => establishment.AcademyName,
        PerimeterKind.Department => establishment.DepartmentName,
        PerimeterKind.Commune => establishment.Commune,
        PerimeterKind.Circonscription => establishment.Circonscription,
        PerimeterKind.Nature => establishment.Nature,
        PerimeterKind.Ministry => establishment.Ministry,
        _ => "",
    };
}
