using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Observations as lines, those of nothing left out, so that two of them are compared and what differs is seen.</summary>
internal static class ObservedText
{
    public static string Of(Measurement measurement) => string.Join('\n', Lines(measurement.Observations));

    public static IEnumerable<string> Lines(HitObservations observations)
    {
        foreach (var place in observations.Places)
        {
            var name = $"{place.Establishment}|{place.Project}|{place.Platform}";
            foreach (var fact in Enum.GetValues<HitFact>().Where(fact => place[fact] != 0))
            {
                yield return $"{name} {fact} {place[fact]}";
            }

            foreach (var fact in Enum.GetValues<VisitFact>().Where(fact => place[fact] != 0))
            {
                yield return $"{name} {fact} {place[fact]}";
            }

            foreach (var offset in place.Offsets)
            {
                yield return $"{name} offset {offset.Offset.Hours} {offset.Hits}";
            }

            foreach (var label in place.Labels)
            {
                yield return $"{name} {label.Column} \"{label.Label}\" {label.Hits}";
            }
        }

        foreach (var persons in observations.Establishments.Append(observations.Nation))
        {
            var name = ReferenceEquals(persons, observations.Nation) ? "FR" : $"persons of \"{persons.Establishment}\"";
            foreach (var fact in Enum.GetValues<PersonFact>().Where(fact => persons[fact] != 0))
            {
                yield return $"{name} {fact} {persons[fact]}";
            }
        }
    }
}
