using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>On which days and in which weeks each territory has visits, and which establishments have some in each period. Immutable.</summary>
internal sealed class FedTerritories
{
    private readonly Dictionary<(PeriodKind, TerritoryLevel, string), HashSet<int>> _starts = [];
    private readonly HashSet<(PeriodKind, TerritoryLevel)> _counted = [];
    private readonly Dictionary<(PeriodKind, int), List<string>> _establishments = [];

    /// <param name="columns">The indicators.</param>
    public FedTerritories(IndicatorColumns columns)
    {
        for (var row = 0; row < columns.Count; row++)
        {
            if (!Blocks.Is(columns.Dimension[row], Dimension.Total) || columns.Visits[row] == 0)
            {
                continue;
            }

            var (period, level, code) = (columns.Period[row], columns.Level[row], columns.Code[row]);
            _counted.Add((period, level));
            if (period is PeriodKind.Day or PeriodKind.Week)
            {
                if (!_starts.TryGetValue((period, level, code), out var starts))
                {
                    _starts.Add((period, level, code), starts = []);
                }

                starts.Add(columns.PeriodStart[row]);
            }

            if (level == TerritoryLevel.Establishment && code != IndicatorCodes.Unknown)
            {
                if (!_establishments.TryGetValue((period, columns.PeriodStart[row]), out var uais))
                {
                    _establishments.Add((period, columns.PeriodStart[row]), uais = []);
                }

                uais.Add(code);
            }
        }
    }

    /// <summary>The days, or weeks by their Mondays, on which a territory has visits; null where nothing is counted so at its level.</summary>
    public IReadOnlySet<int>? StartsOf(PeriodKind period, TerritoryLevel level, string code) =>
        _starts.TryGetValue((period, level, code), out var starts) ? starts : IsCounted(period, level) ? new HashSet<int>() : null;

    /// <summary>The UAI of the establishments with visits in a period; null where establishments are not counted over its kind.</summary>
    public IReadOnlyList<string>? EstablishmentsIn(PeriodKind period, int start) =>
        _establishments.TryGetValue((period, start), out var uais) ? uais : IsCounted(period, TerritoryLevel.Establishment) ? [] : null;

    /// <summary>Whether a territory without a row has no visit: where its level has rows, and where the nation, which is always counted, has no visit either.</summary>
    private bool IsCounted(PeriodKind period, TerritoryLevel level) => _counted.Contains((period, level)) || !_counted.Contains((period, TerritoryLevel.National));
}
