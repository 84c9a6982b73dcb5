using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>Finds, in one scan of the sorted indicators, the row behind each cell of a published table.</summary>
internal sealed class OpenDataBuilder(
    OpenDataSet set, IndicatorColumns source, IEstablishmentLabels labels, Func<IndicatorRow, bool>? suppressed)
{
    private readonly Dictionary<string, Dictionary<string, int>> _measures = IndexMeasures(set);
    private readonly Dictionary<string, EstablishmentLabels> _labels = [];
    private readonly HashSet<Dimension> _told = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _cells = [];
    private readonly List<EstablishmentLabels> _rowLabels = [];
    private long _unattributed;

    public OpenDataTable Build()
    {
        for (var start = 0; start < source.Count;)
        {
            var end = start + 1;
            if (source.Period[start] == PeriodKind.Week && source.Level[start] == TerritoryLevel.Establishment)
            {
                end = EndOfGroup(start);
                Arrange(start, end);
            }

            start = end;
        }

        return new OpenDataTable(set, source, [.. _rows], [.. _cells], [.. _rowLabels], _unattributed);
    }

    private void Arrange(int start, int end)
    {
        var uai = source.Code[start];
        if (uai == IndicatorCodes.Unknown)
        {
            _unattributed += TotalVisits(start, end);
            return;
        }

        if (source.Visits.AsSpan(start, end - start).ContainsAnyExcept(0) || source.Withheld?.AsSpan(start, end - start).Contains(true) == true)
        {
            _rows.Add(start);
            _rowLabels.Add(LabelsOf(uai));
            AddCells(start, end);
        }
    }

    private void AddCells(int start, int end)
    {
        // A dimension without any row is not one of zeros: it was left out (docs/disclosure.md), since every visit has something of each.
        var first = _cells.Count;
        _told.Clear();
        _told.UnionWith(new ArraySegment<Dimension>(source.Dimension, start, end - start));
        foreach (var measure in set.Measures)
        {
            _cells.Add(OpenDataTable.Marker(suppressed: !_told.Contains(measure.Dimension)));
        }

        for (var row = start; row < end; row++)
        {
            if (_measures.TryGetValue(source.Dimension[row].Code, out var modalities)
                && modalities.TryGetValue(source.Modality[row], out var measure))
            {
                _cells[first + measure] = source.IsWithheld(row) || suppressed?.Invoke(source.Row(row)) == true ? OpenDataTable.Marker(suppressed: true) : row;
            }
        }
    }

    private int EndOfGroup(int start)
    {
        var end = start + 1;
        while (end < source.Count
            && source.Period[end] == PeriodKind.Week
            && source.Level[end] == TerritoryLevel.Establishment
            && source.PeriodStart[end] == source.PeriodStart[start]
            && source.Code[end] == source.Code[start])
        {
            end++;
        }

        return end;
    }

    private long TotalVisits(int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            if (source.Dimension[row].Code == Dimension.Total.Code)
            {
                return source.Visits[row];
            }
        }

        return 0;
    }

    private EstablishmentLabels LabelsOf(string uai)
    {
        if (!_labels.TryGetValue(uai, out var found))
        {
            found = labels.LabelsOf(uai);
            _labels.Add(uai, found);
        }

        return found;
    }

    private static Dictionary<string, Dictionary<string, int>> IndexMeasures(OpenDataSet set)
    {
        var measures = new Dictionary<string, Dictionary<string, int>>();
        for (var index = 0; index < set.Measures.Count; index++)
        {
            var measure = set.Measures[index];
            if (!measures.TryGetValue(measure.Dimension.Code, out var modalities))
            {
                measures.Add(measure.Dimension.Code, modalities = []);
            }

            modalities.Add(measure.Modality, index);
        }

        return measures;
    }
}
