using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>The controls of person ids. What they say of an id they say of the nation and of establishments, by numbers alone.</summary>
internal static class PersonChecks
{
    /// <summary>Fewer ids of two profiles are people of two roles.</summary>
    public const long LeastPersons = 5;

    /// <summary>A share of fewer ids than these is none.</summary>
    public const long LeastEstablishmentPersons = 20;

    /// <summary>Few people are of two roles in one establishment, and platforms give them an id for each: a twentieth is a fault of the tag.</summary>
    public const double TwoProfiles = 0.05;

    public static void Check(HitObservations observations, ObservedUnits units, FindingList findings)
    {
        var nation = observations.Nation;
        var share = ShareOfTwoProfiles(nation);
        if (share >= TwoProfiles)
        {
            findings.Add(HitControls.PersonTwoProfiles, TerritoryLevel.National, IndicatorCodes.National, "persons", share, TwoProfiles);
        }

        foreach (var establishment in observations.Establishments)
        {
            share = ShareOfTwoProfiles(establishment);
            if (share >= TwoProfiles)
            {
                findings.Add(
                    HitControls.PersonTwoProfiles, TerritoryLevel.Establishment, ObservedUnit.CodeOf(establishment.Establishment), "persons", share, TwoProfiles);
            }
        }

        Count(observations, HitControls.PersonManyEstablishments, PersonFact.ManyEstablishments, LeastPersons, findings);
        Count(observations, HitControls.PersonShared, PersonFact.Shared, 1, findings);
        Count(observations, HitControls.PersonTooManyHits, PersonFact.TooManyHits, 1, findings);
        foreach (var establishment in units.Establishments)
        {
            if (establishment[VisitFact.LongVisits] > 0)
            {
                findings.Add(HitControls.VisitTooLong, establishment, "visits", establishment[VisitFact.LongVisits]);
            }
        }
    }

    private static double ShareOfTwoProfiles(PersonObservations persons) =>
        persons[PersonFact.TwoProfiles] >= LeastPersons && persons[PersonFact.Persons] >= LeastEstablishmentPersons
            ? (double)persons[PersonFact.TwoProfiles] / persons[PersonFact.Persons]
            : 0;

    /// <summary>In the nation from the first id on, in establishments from <paramref name="least"/> ids on.</summary>
    private static void Count(HitObservations observations, Control control, PersonFact fact, long least, FindingList findings)
    {
        if (observations.Nation[fact] > 0)
        {
            findings.Add(control, TerritoryLevel.National, IndicatorCodes.National, "persons", observations.Nation[fact]);
        }

        foreach (var establishment in observations.Establishments)
        {
            if (establishment[fact] >= least)
            {
                findings.Add(control, TerritoryLevel.Establishment, ObservedUnit.CodeOf(establishment.Establishment), "persons", establishment[fact]);
            }
        }
    }
}
