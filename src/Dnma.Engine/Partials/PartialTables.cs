using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>The tables of a partial result, in their order in the file.</summary>
internal static class PartialTables
{
    public static (RowCells Rows, RowTexts Texts)[] Of(RollUp rows, HitDictionaries dictionaries, IReadOnlyList<string> customNames) =>
    [
        (rows.Indicators, RowTexts.OfIndicators(dictionaries, customNames)),
        (rows.Events, RowTexts.OfEvents(dictionaries)),
    ];
}
