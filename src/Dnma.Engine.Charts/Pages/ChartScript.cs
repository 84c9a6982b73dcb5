namespace Dnma.Engine.Charts.Pages;

/// <summary>The script of charts on pages, <c>chart.js</c> beside this file. Read once; thread safe.</summary>
internal static class ChartScript
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ChartScript).Assembly.GetManifestResourceStream("chart.js") ?? throw new InvalidOperationException("chart.js is not embedded in the assembly"));
        return reader.ReadToEnd();
    }
}
