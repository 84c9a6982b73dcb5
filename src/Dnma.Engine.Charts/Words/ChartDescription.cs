namespace Dnma.Engine.Charts.Words;

/// <summary>A chart in some sentences, for those who do not see it: what and where, the greatest figures, what to know.</summary>
internal static class ChartDescription
{
    private const int MostRows = 5;

    /// <summary>Why a chart has no figure: there is none, or all are withheld.</summary>
    public static string Nothing(Chart chart)
    {
        var words = ChartWords.Of(chart.Language);
        return chart.Table.Rows.Any(row => row.Contains(words.Withheld)) ? words.AllWithheld : words.NoData;
    }

    public static string Of(Chart chart)
    {
        var words = ChartWords.Of(chart.Language);
        var parts = new List<string> { chart.Subtitle };
        if (chart.IsEmpty)
        {
            parts.Add(Nothing(chart));
        }
        else if (chart is not TimeChart)
        {
            var table = chart.Table;
            var rows = table.Rows.Take(chart is TileChart or SchoolDayChart ? 0 : MostRows).Select(row => string.Join(", ", row));
            parts.Add(string.Join(words.Say("\u202F; ", "; "), rows));
        }

        parts.AddRange(chart.Notes);
        return string.Join(" ", parts.Where(part => part.Length > 0).Select(part => part[^1] == '.' ? part : part + "."));
    }
}
