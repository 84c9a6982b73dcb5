namespace Dnma.Engine.Certification.Comparison;

/// <summary>A value that two certificates give differently. Immutable, thread safe.</summary>
/// <param name="Name">Which value.</param>
/// <param name="Left">As the first has it; empty where it has none.</param>
/// <param name="Right">As the second has it; empty where it has none.</param>
public sealed record ValueDifference(string Name, string Left, string Right)
{
    /// <inheritdoc />
    public override string ToString() => $"{Name}: {(Left.Length > 0 ? Left : "–")} → {(Right.Length > 0 ? Right : "–")}";

    /// <summary>Which values of one list are not those of another; either may lack some.</summary>
    internal static IReadOnlyList<ValueDifference> Between(IEnumerable<KeyValuePair<string, string>> left, IEnumerable<KeyValuePair<string, string>> right)
    {
        var (first, second) = (new Dictionary<string, string>(left, StringComparer.Ordinal), new Dictionary<string, string>(right, StringComparer.Ordinal));
        return
        [
            .. first.Keys.Union(second.Keys).Order(StringComparer.Ordinal)
                .Select(name => new ValueDifference(name, first.GetValueOrDefault(name, ""), second.GetValueOrDefault(name, "")))
                .Where(difference => difference.Left != difference.Right),
        ];
    }
}
