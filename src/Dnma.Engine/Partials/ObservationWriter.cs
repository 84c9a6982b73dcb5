using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Partials;

/// <summary>Writes what was observed of hits and visitors, as it is ordered.</summary>
internal static class ObservationWriter
{
    public static void Write(DigestedWriter file, HitObservations observations, CancellationToken cancellation)
    {
        file.WriteCount(observations.Places.Count);
        foreach (var place in observations.Places)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(file, place);
        }

        file.WriteCount(observations.Establishments.Count);
        foreach (var establishment in observations.Establishments)
        {
            file.WriteText(establishment.Establishment);
            WritePersons(file, establishment);
        }

        WritePersons(file, observations.Nation);
    }

    private static void Write(DigestedWriter file, PlaceObservations place)
    {
        file.WriteText(place.Establishment);
        file.WriteText(place.Project);
        file.WriteText(place.Platform);
        foreach (var fact in Enum.GetValues<HitFact>())
        {
            file.WriteCount(place[fact]);
        }

        foreach (var fact in Enum.GetValues<VisitFact>())
        {
            file.WriteCount(place[fact]);
        }

        file.WriteCount(place.Offsets.Count);
        foreach (var offset in place.Offsets)
        {
            file.WriteByte(offset.Offset.Code);
            file.WriteCount(offset.Hits);
        }

        file.WriteCount(place.Labels.Count);
        foreach (var label in place.Labels)
        {
            file.WriteByte((byte)label.Column);
            file.WriteText(label.Label);
            file.WriteCount(label.Hits);
        }
    }

    private static void WritePersons(DigestedWriter file, PersonObservations persons)
    {
        foreach (var fact in Enum.GetValues<PersonFact>())
        {
            file.WriteCount(persons[fact]);
        }
    }
}
