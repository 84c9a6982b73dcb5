using System.Collections.Frozen;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>The parts of which series are made: the published services and PAGE_ENT, and the profiles. Immutable, thread safe.</summary>
internal static class PartWords
{
    private static readonly string[] Profiles = ["eleve", "parent", "enseignant", "admin_vie_scol_tech", "autre", "collectivite", IndicatorCodes.Unknown];

    private static readonly FrozenDictionary<string, int> Services =
        PublishedServices.Codes.Append("page_ent").Select((code, index) => (code, index)).ToFrozenDictionary(pair => pair.code, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The subjects that findings name, by number.</summary>
    public static IReadOnlyList<string> Subjects { get; } =
        [.. PublishedServices.Codes.Append("page_ent").Select(code => $"service:{code}"), .. Profiles.Select(code => $"profile:{code}")];

    public static int Count => Subjects.Count;

    /// <summary>The number of a service; −1 for another label.</summary>
    public static int OfService(string modality) => Services.GetValueOrDefault(modality, -1);

    /// <summary>The number of a profile; −1 when it is none.</summary>
    public static int OfProfile(string modality) => Array.IndexOf(Profiles, modality) is >= 0 and var index ? Services.Count + index : -1;
}
