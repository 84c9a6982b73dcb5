using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Which territories a place belongs to, as codes. Shared by all workers; thread safe.</summary>
internal sealed class TerritoryIndex
{
    private readonly HitDictionaries _dictionaries;
    private readonly Annuaire _annuaire;
    private readonly CountingPlan? _plan;
    private readonly Lock _growth = new();
    private EstablishmentFacts?[] _facts = new EstablishmentFacts?[256];

    /// <param name="dictionaries">What places are.</param>
    /// <param name="annuaire">Where establishments are.</param>
    /// <param name="plan">Which levels are counted: of others nothing is kept that the establishment does not tell by itself. Null for all.</param>
    public TerritoryIndex(HitDictionaries dictionaries, Annuaire annuaire, CountingPlan? plan = null)
    {
        _dictionaries = dictionaries;
        _annuaire = annuaire;
        _plan = plan;
        _facts[0] = new EstablishmentFacts(0, 0, SchoolLevel.Unknown);
    }

    public LabelDictionary Academies { get; } = new();

    public LabelDictionary Departments { get; } = new();

    public LabelDictionary Regions { get; } = new();

    public LabelDictionary Communes { get; } = new();

    public LabelDictionary Circonscriptions { get; } = new();

    public EstablishmentFacts FactsOf(int establishment)
    {
        var facts = Volatile.Read(ref _facts);
        return establishment < facts.Length && facts[establishment] is { } known ? known : Look(establishment);
    }

    /// <summary>The code of the territory of <paramref name="level"/> that a place belongs to; 0 for none, and for the nation.</summary>
    public int CodeOf(TerritoryLevel level, in Place place) => level switch
    {
        TerritoryLevel.Academy => FactsOf(place.Establishment).Academy,
        TerritoryLevel.Department => FactsOf(place.Establishment).Department,
        TerritoryLevel.Platform => place.Platform,
        TerritoryLevel.Project => place.Project,
        TerritoryLevel.Establishment => place.Establishment,
        TerritoryLevel.Region => FactsOf(place.Establishment).Region,
        TerritoryLevel.Commune => FactsOf(place.Establishment).Commune,
        TerritoryLevel.Circonscription => FactsOf(place.Establishment).Circonscription,
        TerritoryLevel.Operator => place.Operator,
        TerritoryLevel.Collectivity => place.Collectivity,
        _ => 0,
    };

    /// <summary>The labels of a level's codes; null for the nation, which has but one.</summary>
    public LabelDictionary? LabelsOf(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Academy => Academies,
        TerritoryLevel.Department => Departments,
        TerritoryLevel.Platform => _dictionaries.Platforms,
        TerritoryLevel.Project => _dictionaries.Projects,
        TerritoryLevel.Establishment => _dictionaries.Establishments,
        TerritoryLevel.Region => Regions,
        TerritoryLevel.Commune => Communes,
        TerritoryLevel.Circonscription => Circonscriptions,
        TerritoryLevel.Operator => _dictionaries.Operators,
        TerritoryLevel.Collectivity => _dictionaries.Collectivities,
        _ => null,
    };

    private EstablishmentFacts Look(int establishment)
    {
        // The annuaire goes before the UAI's prefix (design §6).
        var entry = _annuaire.Describe(_dictionaries.Establishments.Text(establishment));
        var facts = new EstablishmentFacts(Code(Academies, entry.AcademyCode), Code(Departments, entry.DepartmentCode), entry.SchoolLevel)
        {
            Region = Code(TerritoryLevel.Region, Regions, Territories.RegionCodeOf(entry)),
            Commune = Code(TerritoryLevel.Commune, Communes, entry.CommuneCode),
            Circonscription = Code(TerritoryLevel.Circonscription, Circonscriptions, entry.CirconscriptionCode),
        };
        lock (_growth)
        {
            var array = _facts;
            if (establishment >= array.Length)
            {
                array = new EstablishmentFacts?[Math.Max(establishment + 1, array.Length * 2)];
                Array.Copy(_facts, array, _facts.Length);
            }

            array[establishment] = facts;
            Volatile.Write(ref _facts, array);
        }

        return facts;
    }

    private int Code(TerritoryLevel level, LabelDictionary labels, string code) => _plan?.Counts(level) == false ? 0 : Code(labels, code);

    private static int Code(LabelDictionary labels, string code) =>
        labels.CodeOf(System.Text.Encoding.UTF8.GetBytes(code));
}
