using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Perimeters of the values that hostile logs have, and of some that they have not.</summary>
internal static class DrawnPerimeter
{
    private static readonly (string Kind, string[] Values)[] Choices =
    [
        ("region", ["53", "02", "94", "84", "06", "inconnu"]),
        ("academy", ["14", "31", "27", "10", "40", "18", "inconnu"]),
        ("department", ["22", "972", "2B", "2A", "988", "45", "inconnu"]),
        ("commune", ["22113", "97209", "98818", "inconnu"]),
        ("circonscription", ["0220999A", "inconnu"]),
        ("uai", ["0220158C", "0010024W", "6200001A", "0990001A", "inconnu"]),
        ("school-level", ["1d", "2d", "inconnu"]),
        ("nature", ["101", "340", "306", "inconnu"]),
        ("sector", ["PU", "PR", "inconnu"]),
        ("ministry", ["MEN", "MAA", "inconnu"]),
        ("project", ["P", "p", "1", "Mon, \"projet\"; n° 1", "😀", "inconnu", "nobody"]),
        ("platform", ["K", "k", "=1+1,2", "～", "inconnu"]),
        ("operator", ["O", "o", "inconnu"]),
        ("collectivity", ["1", "P", "3652030", "inconnu"]),
    ];

    /// <summary>One to three kinds with one to three values of each.</summary>
    public static OraclePerimeter Of(Random random) => new(
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => Choices[random.Next(Choices.Length)]).DistinctBy(choice => choice.Kind)
            .ToDictionary(choice => choice.Kind, choice => (IReadOnlyCollection<string>)[.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => choice.Values[random.Next(choice.Values.Length)]).Distinct()]));

    /// <summary>The same, as the engine is told.</summary>
    public static PerimeterDefinition Told(OraclePerimeter perimeter) =>
        perimeter.Kinds.Aggregate(PerimeterDefinition.Everything, (told, kind) => told.Only(PerimeterKindCodes.Of(kind.Key), kind.Value));

    public static string Text(OraclePerimeter perimeter) => string.Join(" and ", perimeter.Kinds.Select(kind => $"{kind.Key} of {string.Join(" | ", kind.Value)}"));
}
