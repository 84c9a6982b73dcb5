using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Perimeters;

/// <summary>Which places are in a perimeter, each found out once. Shared by all workers; thread safe.</summary>
internal sealed class PerimeterLookup : IPlaceSet
{
    private const byte Inside = 1;
    private const byte Outside = 2;
    private readonly PerimeterDefinition _perimeter;
    private readonly HitDictionaries _dictionaries;
    private readonly Annuaire _annuaire;
    private readonly Lock _growth = new();

    // By place; 0 where it was not asked yet.
    private byte[] _answers = new byte[256];

    private PerimeterLookup(PerimeterDefinition perimeter, HitDictionaries dictionaries, Annuaire annuaire)
    {
        _perimeter = perimeter;
        _dictionaries = dictionaries;
        _annuaire = annuaire;
    }

    /// <summary>The places of a perimeter; null where it leaves none out, and nobody need ask.</summary>
    public static PerimeterLookup? Of(PerimeterDefinition perimeter, HitDictionaries dictionaries, Annuaire annuaire) =>
        perimeter.IsEverything ? null : new PerimeterLookup(perimeter, dictionaries, annuaire);

    /// <inheritdoc />
    public bool Contains(int place)
    {
        var answers = Volatile.Read(ref _answers);
        var known = place < answers.Length ? answers[place] : 0;
        return known != 0 ? known == Inside : Look(place);
    }

    private bool Look(int place)
    {
        var tuple = _dictionaries.Places[place];
        var establishment = tuple.Establishment == 0 ? null : _annuaire.Describe(_dictionaries.Establishments.Text(tuple.Establishment));
        var isInside = _perimeter.Contains(kind => kind switch
        {
            PerimeterKind.Project => _dictionaries.Projects.Text(tuple.Project),
            PerimeterKind.Platform => _dictionaries.Platforms.Text(tuple.Platform),
            PerimeterKind.Operator => _dictionaries.Operators.Text(tuple.Operator),
            PerimeterKind.Collectivity => _dictionaries.Collectivities.Text(tuple.Collectivity),
            _ => establishment is null ? "" : EstablishmentValues.Of(kind, establishment),
        });
        lock (_growth)
        {
            var answers = _answers;
            if (place >= answers.Length)
            {
                answers = new byte[Math.Max(place + 1, answers.Length * 2)];
                Array.Copy(_answers, answers, _answers.Length);
            }

            answers[place] = isInside ? Inside : Outside;
            Volatile.Write(ref _answers, answers);
        }

        return isInside;
    }
}
