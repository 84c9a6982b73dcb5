using System.Text;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The files embedded beside this type (<c>Assets/README.md</c>). Read once, then shared; thread safe.</summary>
internal static class DashboardAssets
{
    /// <summary>In the order in which each needs the ones before it.</summary>
    private static readonly string[] Scripts =
    [
        "dashboard.format.js", "dashboard.rows.js", "dashboard.state.js", "dashboard.table.js", "dashboard.charts.js", "dashboard.time.js", "dashboard.change.js",
        "dashboard.territories.js", "dashboard.figures.js", "dashboard.hours.js", "dashboard.js",
    ];

    /// <summary>The page with its <c>{{places}}</c>.</summary>
    public static string Template { get; } = Encoding.UTF8.GetString(Read("dashboard.html"));

    public static string Style { get; } = Encoding.UTF8.GetString(Read("dashboard.css"));

    /// <summary>All of it: each file names one thing for those after it.</summary>
    public static string Script { get; } = string.Concat(Scripts.Select(static script => Encoding.UTF8.GetString(Read(script))));

    private static byte[] Read(string file)
    {
        using var resource = typeof(DashboardAssets).Assembly.GetManifestResourceStream($"{typeof(DashboardAssets).Namespace}.Assets.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
