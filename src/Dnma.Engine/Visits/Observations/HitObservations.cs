using Dnma.Engine.Hits;
using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Visits.Observations;

/// <summary>
/// What was observed of hits, visits and persons while a log was measured, for the controls: counts by place and by establishment, and no id. Texts stand for
/// codes, rows are in the order of their texts' bytes, and rows of nothing are left out, so that the same hits make the same object whatever the order, the threads,
/// the memory, the secret and the shards. Immutable, thread safe.
/// </summary>
/// <param name="places">By establishment, project and platform.</param>
/// <param name="establishments">By establishment.</param>
/// <param name="nation">Of the nation.</param>
internal sealed class HitObservations(IReadOnlyList<PlaceObservations> places, IReadOnlyList<PersonObservations> establishments, PersonObservations nation)
{
    /// <summary>What was observed at each place.</summary>
    public IReadOnlyList<PlaceObservations> Places { get; } = places;

    /// <summary>What was observed of the persons of each establishment: who was in two is counted in both.</summary>
    public IReadOnlyList<PersonObservations> Establishments { get; } = establishments;

    /// <summary>What was observed of all persons.</summary>
    public PersonObservations Nation { get; } = nation;

    /// <summary>Gives a complete sum its texts and its order.</summary>
    /// <param name="sum">What was observed.</param>
    /// <param name="dictionaries">What its codes mean.</param>
    /// <param name="perimeter">The places that are measured; null for all. Of others nothing is told.</param>
    public static HitObservations Of(ObservationSum sum, HitDictionaries dictionaries, IPlaceSet? perimeter = null)
    {
        sum = Measured(sum, dictionaries, perimeter);
        var labels = LabelsOf(sum, dictionaries);
        var places = new List<PlaceObservations>();
        foreach (var code in Ordered(dictionaries))
        {
            var hits = sum.Hits.Find(code);
            var visits = sum.Visits.Find(code);
            if (!hits.ContainsAnyExcept(0L) && !visits.ContainsAnyExcept(0L))
            {
                continue;
            }

            var place = dictionaries.Places[code];
            places.Add(new PlaceObservations(
                dictionaries.Establishments.Text(place.Establishment),
                dictionaries.Projects.Text(place.Project),
                dictionaries.Platforms.Text(place.Platform),
                Counts(hits, sum.Hits.Facts),
                Counts(visits, sum.Visits.Facts),
                OffsetsOf(sum.Offsets.Find(code)),
                labels.GetValueOrDefault(code) ?? []));
        }

        return new HitObservations(places, PersonsOf(sum, dictionaries.Establishments), new PersonObservations("", [.. sum.Nation]));
    }

    private static int[] Ordered(HitDictionaries dictionaries)
    {
        int[] codes = [.. Enumerable.Range(0, dictionaries.Places.Count)];
        Array.Sort(codes, (x, y) => dictionaries.Compare(dictionaries.Places[x], dictionaries.Places[y]));
        return codes;
    }

    /// <summary>The same, of the places that are measured, told apart by establishment, project and platform alone: whatever else is asked for.</summary>
    private static ObservationSum Measured(ObservationSum sum, HitDictionaries dictionaries, IPlaceSet? perimeter)
    {
        if (perimeter is null && !dictionaries.KeepsOperators && !dictionaries.KeepsCollectivities)
        {
            return sum;
        }

        var measured = new ObservationSum();
        var places = new Dictionary<int, int>();
        for (var (code, count) = (0, dictionaries.Places.Count); code < count; code++)
        {
            if (perimeter?.Contains(code) != false)
            {
                var place = dictionaries.Places.CodeOf(dictionaries.Places[code].WithoutAuthorities());
                places.Add(code, place);
                measured.Hits.Add(place, sum.Hits.Find(code));
                measured.Offsets.Add(place, sum.Offsets.Find(code));
                measured.Visits.Add(place, sum.Visits.Find(code));
            }
        }

        foreach (var (key, hits) in sum.Labels)
        {
            if (places.TryGetValue(key.Place, out var place))
            {
                measured.Add(key with { Place = place }, hits);
            }
        }

        measured.Persons.Add(sum.Persons);
        sum.Nation.CopyTo(measured.Nation, 0);
        return measured;
    }

    private static Dictionary<int, LabelCount[]> LabelsOf(ObservationSum sum, HitDictionaries dictionaries)
    {
        LabelledHits[] keys = [.. sum.Labels.Keys.Where(key => key.Label != 0)];
        Array.Sort(keys, (x, y) => x.Column != y.Column ? x.Column.CompareTo(y.Column) : LabelsOf(x.Column, dictionaries).Compare(x.Label, y.Label));
        return keys.GroupBy(key => key.Place).ToDictionary(
            place => place.Key, place => place.Select(key => new LabelCount(key.Column, LabelsOf(key.Column, dictionaries).Text(key.Label), sum.Labels[key])).ToArray());
    }

    /// <summary>What the labels of a column are kept in.</summary>
    public static LabelDictionary LabelsOf(ObservedColumn column, HitDictionaries dictionaries) => column switch
    {
        ObservedColumn.Collectivity => dictionaries.Collectivities,
        ObservedColumn.UnknownService => dictionaries.Services,
        _ => dictionaries.Types,
    };

    private static OffsetCount[] OffsetsOf(ReadOnlySpan<long> offsets)
    {
        var counts = new List<OffsetCount>();
        for (var code = 0; code < offsets.Length; code++)
        {
            if (offsets[code] != 0)
            {
                counts.Add(new OffsetCount(new ClockOffset((byte)code), offsets[code]));
            }
        }

        return [.. counts];
    }

    private static List<PersonObservations> PersonsOf(ObservationSum sum, LabelDictionary labels)
    {
        int[] codes = [.. Enumerable.Range(0, labels.Count)];
        Array.Sort(codes, labels.Compare);
        var persons = new List<PersonObservations>();
        foreach (var code in codes)
        {
            var counts = sum.Persons.Find(code);
            if (counts.ContainsAnyExcept(0L))
            {
                persons.Add(new PersonObservations(labels.Text(code), [.. counts]));
            }
        }

        return persons;
    }

    private static long[] Counts(ReadOnlySpan<long> counts, int facts) => counts.IsEmpty ? new long[facts] : [.. counts];
}
