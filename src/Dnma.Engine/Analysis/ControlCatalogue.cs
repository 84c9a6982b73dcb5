using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Observed;
using Dnma.Engine.Analysis.Published;

namespace Dnma.Engine.Analysis;

/// <summary>Every automated control there is (docs/controls.md). Immutable, thread safe.</summary>
public static class ControlCatalogue
{
    private static readonly Dictionary<string, Control> ById;

    static ControlCatalogue()
    {
        Control[] all =
        [
            .. UaiControls.All, .. ShareControls.All, .. SeriesControls.All, .. VolumeControls.All, .. TotalControls.All, .. SchoolControls.All, .. DeploymentControls.All,
            .. HitControls.All, .. PublishedControls.All,
        ];
        All = [.. all.OrderBy(control => control.Family).ThenBy(control => control.Id, StringComparer.Ordinal)];
        ById = All.ToDictionary(control => control.Id, StringComparer.Ordinal);
    }

    /// <summary>All of them, by family and id.</summary>
    public static IReadOnlyList<Control> All { get; }

    /// <summary>The control of an id; null when there is none.</summary>
    public static Control? Find(string id) => ById.GetValueOrDefault(id);
}
