using System.Text;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The files embedded beside this type (<c>Assets/README.md</c>). Read once, then shared; thread safe.</summary>
internal static class DashboardAssets
{
    private static readonly byte[] ChartBytes = Read("chart.umd.min.js");

    /// <summary>The page with its <c>{{places}}</c>.</summary>
    public static string Template { get; } = Encoding.UTF8.GetString(Read("dashboard.html"));

    public static string Style { get; } = Encoding.UTF8.GetString(Read("dashboard.css"));

    /// <summary>The charts, then the page that uses them.</summary>
    public static string Script { get; } = Encoding.UTF8.GetString(Read("dashboard.charts.js")) + Encoding.UTF8.GetString(Read("dashboard.js"));

    /// <summary>The chart library's licence, which every copy must carry.</summary>
    public static string ChartLicence { get; } = Encoding.UTF8.GetString(Read("chart.LICENSE.md"));

    /// <summary>The chart library as it was published.</summary>
    public static ReadOnlySpan<byte> ChartLibraryFile => ChartBytes;

    /// <summary>The chart library without its last line, which would make a browser's tools ask for a source map.</summary>
    public static string ChartLibrary { get; } = WithoutSourceMap(Encoding.UTF8.GetString(ChartBytes));

    private static string WithoutSourceMap(string script)
    {
        var comment = script.LastIndexOf("//# sourceMappingURL", StringComparison.Ordinal);
        return comment < 0 ? script : script[..comment];
    }

    private static byte[] Read(string file)
    {
        using var resource = typeof(DashboardAssets).Assembly.GetManifestResourceStream($"{typeof(DashboardAssets).Namespace}.Assets.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
