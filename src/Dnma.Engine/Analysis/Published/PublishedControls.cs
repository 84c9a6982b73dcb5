using Dnma.Engine.Analysis.Controls;

namespace Dnma.Engine.Analysis.Published;

/// <summary>Asks what only published files and their history can be asked. What their tables can be asked like any other is in <see cref="AudienceControls"/>. Thread safe.</summary>
public static class PublishedControls
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [.. FileControls.All, .. YearControls.All];

    internal static FindingTable Run(IEnumerable<PublishedFacts> tables, DateOnly? knownOn)
    {
        var (asked, findings) = (new List<Control>(), new List<Finding>());
        foreach (var facts in tables)
        {
            FileControls.Run(facts, knownOn, asked, findings);
            YearControls.Run(facts, asked, findings);
        }

        return FindingTable.Of(asked, findings);
    }
}
