namespace Dnma.Engine.Tests.Oracle;

/// <summary>Which visits count: those that have one of the values of every kind named, by the spelling of the command line.</summary>
public sealed record OraclePerimeter(IReadOnlyDictionary<string, IReadOnlyCollection<string>> Kinds)
{
    public bool Contains(OracleVisit visit, OracleReferences references) => Kinds.All(kind => kind.Value.Contains(ValueOf(kind.Key, visit, references)));

    private static string ValueOf(string kind, OracleVisit visit, OracleReferences references)
    {
        var uai = visit.First(h => h.Uai);
        return kind switch
        {
            "region" => references.Region(uai),
            "academy" => references.Academy(uai),
            "department" => references.Department(uai),
            "commune" => references.Commune(uai),
            "circonscription" => references.Circonscription(uai),
            "uai" => uai,
            "school-level" => references.SchoolLevel(uai),
            "nature" => references.Nature(uai),
            "sector" => references.Sector(uai),
            "ministry" => references.Ministry(uai),
            "project" => visit.First(h => h.Project),
            "platform" => visit.First(h => h.Platform),
            "operator" => visit.First(h => h.Operator),
            "collectivity" => visit.First(h => h.Collectivity),
            _ => throw new ArgumentException(kind),
        };
    }
}
