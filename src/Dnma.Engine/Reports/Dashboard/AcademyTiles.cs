namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Where each académie's tile lies on the map: column, row and an abbreviation, north on top, the territories overseas below on the left. Tiles are all of one
/// size: an area on a map says nothing of an audience.
/// </summary>
internal static class AcademyTiles
{
    public static IReadOnlyList<(string Code, int Column, int Row, string Short)> All { get; } =
    [
        ("09", 3, 0, "LIL"),
        ("70", 2, 1, "NOR"), ("20", 3, 1, "AMI"), ("19", 4, 1, "REI"), ("12", 5, 1, "NAN"), ("15", 6, 1, "STR"),
        ("14", 1, 2, "REN"), ("25", 2, 2, "VER"), ("01", 3, 2, "PAR"), ("24", 4, 2, "CRÉ"),
        ("17", 2, 3, "NTE"), ("18", 3, 3, "ORL"), ("07", 4, 3, "DIJ"), ("03", 5, 3, "BES"),
        ("13", 2, 4, "POI"), ("22", 3, 4, "LIM"), ("06", 4, 4, "CLE"), ("10", 5, 4, "LYO"), ("08", 6, 4, "GRE"),
        ("04", 2, 5, "BOR"), ("16", 3, 5, "TOU"), ("11", 4, 5, "MON"), ("02", 5, 5, "AIX"), ("23", 6, 5, "NIC"),
        ("32", 0, 3, "GUA"), ("31", 0, 4, "MAR"), ("33", 0, 5, "GUY"), ("28", 0, 6, "RÉU"), ("43", 1, 6, "MAY"), ("27", 6, 6, "COR"),
    ];
}
