namespace Dnma.Engine.References.Perimeters;

/// <summary>By what a perimeter chooses: where an establishment is, what it is, and what a visit's hits say of its workspace.</summary>
public enum PerimeterKind : byte
{
    /// <summary>Region, by INSEE's two digits: of the annuaire, else of the UAI's prefix.</summary>
    Region,

    /// <summary>Académie, by its two digits: of the annuaire, else of the UAI's prefix.</summary>
    Academy,

    /// <summary>Département: <c>45</c>, <c>2A</c>, <c>971</c>; of the annuaire, else of the UAI's prefix.</summary>
    Department,

    /// <summary>Commune, by INSEE's five characters. Only an annuaire tells it.</summary>
    Commune,

    /// <summary>Inspection district of an école, by the UAI of the inspection. Only an annuaire tells it.</summary>
    Circonscription,

    /// <summary>The establishment itself, by its UAI.</summary>
    Establishment,

    /// <summary><c>1d</c> or <c>2d</c>. Only an annuaire tells it.</summary>
    SchoolLevel,

    /// <summary>The code of its nature (<c>code_nature</c>), for example <c>340</c>, a collège. Only an annuaire tells it.</summary>
    Nature,

    /// <summary><c>PU</c> (public) or <c>PR</c> (privé). Only an annuaire tells it.</summary>
    Sector,

    /// <summary>The ministry in charge, as the annuaire spells it. Only an annuaire tells it.</summary>
    Ministry,

    /// <summary>ENT project, by the label of hits.</summary>
    Project,

    /// <summary>Platform, by the label of hits.</summary>
    Platform,

    /// <summary>Operator, by the label of hits.</summary>
    Operator,

    /// <summary>Local authority, by the code that hits carry; the site, where they come from Matomo.</summary>
    Collectivity,
}
