namespace Dnma.Engine.Charts.Notebooks;

/// <summary>What .NET Interactive asks for formatters of charts; the names are its convention. Thread safe.</summary>
internal sealed class ChartFormatterSource
{
    private readonly ChartFormatter[] _formatters =
    [
        new("text/html", static chart => chart.ToHtml()),
        new("text/plain", static chart => chart.ToText()),
    ];

    /// <summary>One formatter for each kind of output.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
