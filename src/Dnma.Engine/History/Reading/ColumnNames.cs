using System.Text;
using Dnma.Engine.References;
using Dnma.Engine.Reports;

namespace Dnma.Engine.History.Reading;

/// <summary>
/// The names of the published columns in every spelling that is met: case, accents, spaces and underscores do not matter, and <c>autreappareil</c> is
/// <c>autresappareil</c>. Immutable, thread safe.
/// </summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, (OpenDataSet Set, int Measure, int Part)> Measures = IndexMeasures();
    private static readonly Dictionary<string, int> Keys = OpenDataKeys.Names.Select((name, index) => (name, index)).ToDictionary(pair => Fold(pair.name), pair => pair.index);
    private static readonly string[] Prefixes = ["visites_", "utilisateurs_", "duree_"];

    /// <summary>The key of a folded name, its place in <see cref="OpenDataKeys.Names"/>; −1 when it is none.</summary>
    public static int KeyOf(string folded) => Keys.GetValueOrDefault(folded, -1);

    /// <summary>The measure and its part (0 visits, 1 users, 2 time) of a folded name, and the data set that has it; null when none has.</summary>
    public static (OpenDataSet Set, int Measure, int Part)? MeasureOf(string folded) => Measures.TryGetValue(folded, out var found) ? found : null;

    /// <summary>What a name that no data set has would be a measure of, and which part: <c>visites_agenda</c> is visits of <c>agenda</c>.</summary>
    public static (string Modality, int Part)? UnknownMeasureOf(string name)
    {
        var lower = name.Trim().ToLowerInvariant().Replace("durée_", "duree_", StringComparison.Ordinal);
        var part = Array.FindIndex(Prefixes, prefix => lower.StartsWith(prefix, StringComparison.Ordinal) && lower.Length > prefix.Length);
        return part < 0 ? null : (lower[Prefixes[part].Length..], part);
    }

    /// <summary>The one spelling of a name; itself when it holds what no name does.</summary>
    public static string Fold(string name)
    {
        Span<byte> folded = stackalloc byte[TermFolding.MaxBytes];
        var length = TermFolding.Fold(Encoding.UTF8.GetBytes(name), folded);
        return length == 0
            ? name
            : Encoding.ASCII.GetString(folded[..length])
                .Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
                .Replace("autresappareil", "autreappareil", StringComparison.Ordinal);
    }

    private static Dictionary<string, (OpenDataSet, int, int)> IndexMeasures()
    {
        var all = new Dictionary<string, (OpenDataSet, int, int)>();
        foreach (var set in OpenDataSet.All)
        {
            for (var measure = 0; measure < set.Measures.Count; measure++)
            {
                var names = set.Measures[measure];
                all.Add(Fold(names.Visits), (set, measure, 0));
                all.Add(Fold(names.Users), (set, measure, 1));
                all.Add(Fold(names.Duration), (set, measure, 2));
            }
        }

        return all;
    }
}
