using Dnma.Engine.Hits;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Partials;

/// <summary>Reads what <see cref="ObservationWriter"/> wrote, and adds it to what other shards observed.</summary>
internal sealed class ObservationReader(DigestedReader file, HitDictionaries dictionaries)
{
    private static readonly int Columns = Enum.GetValues<ObservedColumn>().Length;

    public void AddTo(ObservationSum sum, CancellationToken cancellation)
    {
        int? last = null;
        for (var left = file.ReadLength(); left > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = ReadPlace();
            file.Demand(last is not { } previous || dictionaries.Compare(dictionaries.Places[previous], dictionaries.Places[place]) < 0, "places are not in order");
            last = place;
            AddCounts(sum.Hits.RowOf(place));
            AddCounts(sum.Visits.RowOf(place));
            AddOffsets(sum, place);
            AddLabels(sum, place);
        }

        last = null;
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var establishment = dictionaries.Establishments.CodeOf(file.ReadUtf8());
            file.Demand(last is not { } previous || dictionaries.Establishments.Compare(previous, establishment) < 0, "establishments are not in order");
            last = establishment;
            AddCounts(sum.Persons.RowOf(establishment));
        }

        AddCounts(sum.Nation);
    }

    private int ReadPlace()
    {
        var establishment = dictionaries.Establishments.CodeOf(file.ReadUtf8());
        var project = dictionaries.Projects.CodeOf(file.ReadUtf8());
        return dictionaries.Places.CodeOf(new Place(establishment, project, dictionaries.Platforms.CodeOf(file.ReadUtf8())));
    }

    private void AddCounts(Span<long> row)
    {
        foreach (ref var count in row)
        {
            count += file.ReadCount();
        }
    }

    private void AddOffsets(ObservationSum sum, int place)
    {
        var last = 0;
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var code = file.ReadByte();
            file.Demand(code > last && code < ClockOffset.CodeCount, "offsets of clocks are not in order, or no possible ones");
            last = code;
            sum.Offsets.RowOf(place)[code] += file.ReadCount();
        }
    }

    private void AddLabels(ObservationSum sum, int place)
    {
        var last = default(LabelledHits);
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var column = (ObservedColumn)file.ReadByte();
            file.Demand((int)column < Columns, "a label is of no column");
            var labels = HitObservations.LabelsOf(column, dictionaries);
            var key = new LabelledHits(place, column, labels.CodeOf(file.ReadUtf8()));
            file.Demand(
                key.Label != 0 && (last.Label == 0 || column > last.Column || (column == last.Column && labels.Compare(last.Label, key.Label) < 0)), "labels are not in order");
            last = key;
            sum.Add(key, file.ReadCount());
        }
    }
}
