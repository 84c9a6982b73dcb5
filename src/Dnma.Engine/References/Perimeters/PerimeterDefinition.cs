using System.Collections.Immutable;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References.Perimeters;

/// <summary>
/// Which establishments count: those that have one of the values named, in every kind named. Visits are built of all hits and then belong to a place
/// (design §6); those of a place outside are left out, and stand in the ledger of visits as out of perimeter. What nothing tells of a place is
/// <c>inconnu</c>, which may be named as well. Immutable, thread safe.
/// </summary>
/// <example><code>var perimeter = PerimeterDefinition.Everything.Only("academy=18,25").Only(PerimeterKind.SchoolLevel, "2d");</code></example>
public sealed class PerimeterDefinition
{
    private readonly ImmutableSortedDictionary<PerimeterKind, ImmutableSortedSet<string>> _values;

    private PerimeterDefinition(ImmutableSortedDictionary<PerimeterKind, ImmutableSortedSet<string>> values) => _values = values;

    /// <summary>The perimeter that leaves nothing out.</summary>
    public static PerimeterDefinition Everything { get; } = new(ImmutableSortedDictionary<PerimeterKind, ImmutableSortedSet<string>>.Empty);

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsEverything => _values.IsEmpty;

    /// <summary>The kinds that something is named of, in their order.</summary>
    public IEnumerable<PerimeterKind> Kinds => _values.Keys;

    /// <summary>The values named of a kind, by their characters' codes; empty where the kind does not matter.</summary>
    public IReadOnlyCollection<string> this[PerimeterKind kind] => _values.TryGetValue(kind, out var values) ? values : [];

    /// <summary>The same, of a condition as the command line writes it.</summary>
    /// <param name="condition">
    /// <c>KIND=VALUE[,VALUE]…</c>, for example <c>academy=18,25</c>, the kinds by <see cref="PerimeterKindCodes"/>; a comma of a value stands behind a
    /// backslash, and so does a backslash.
    /// </param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: it is no condition, its kind is none, or a value cannot be one.</exception>
    public PerimeterDefinition Only(string condition)
    {
        var mark = condition.IndexOf('=', StringComparison.Ordinal);
        return mark < 0
            ? throw new EngineException(ErrorId.InvalidOption, "perimeter", $"\"{condition}\" is no condition", "write KIND=VALUE[,VALUE], for example academy=18,25")
            : Only(PerimeterKindCodes.Of(condition[..mark]), PerimeterText.Split(condition[(mark + 1)..]));
    }

    /// <summary>The same, restricted to places that have one of some values; where values of the kind were named already, these are added to them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="values">The values, as published tables spell them; <c>inconnu</c> for places of which nothing tells.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: none is named, or one has not the form of its kind.</exception>
    public PerimeterDefinition Only(PerimeterKind kind, params IEnumerable<string> values)
    {
        string[] added = [.. values.Select(value => PerimeterText.Normalize(kind, value))];
        if (added.Length == 0)
        {
            throw new EngineException(ErrorId.InvalidOption, "perimeter", $"no {kind.Code()} is named", "name one at least, or leave the condition out");
        }

        var known = _values.TryGetValue(kind, out var named) ? named : ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        return new PerimeterDefinition(_values.SetItem(kind, known.Union(added)));
    }

    /// <summary>Its conditions, for example <c>academy=18,25 school-level=2d</c>; empty for everything.</summary>
    public override string ToString() => string.Join(' ', Conditions().Select(static condition => $"{condition.Key}={condition.Value}"));

    /// <summary>The condition of each kind, which <see cref="Only(string)"/> reads: what certificates say.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Conditions() => _values.Select(entry => KeyValuePair.Create(entry.Key.Code(), PerimeterText.Join(entry.Value)));

    /// <summary>Whether a place is in it.</summary>
    /// <param name="valueOf">What the place has of a kind; empty where it has none, null where that cannot be known, which leaves nothing out.</param>
    internal bool Contains(Func<PerimeterKind, string?> valueOf)
    {
        foreach (var (kind, values) in _values)
        {
            if (valueOf(kind) is { } value && !values.Contains(value.Length > 0 ? value : PerimeterText.Unknown))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rows of a register that are in it, as far as the register and the annuaire tell.</summary>
    internal DeploymentRegister Of(DeploymentRegister register, Annuaire annuaire) => IsEverything ? register : register.Where(row =>
    {
        var establishment = annuaire.Describe(row.Uai);
        return Contains(kind => kind switch
        {
            PerimeterKind.Project => row.Project.Length > 0 ? row.Project : null,
            PerimeterKind.Platform => row.Platform.Length > 0 ? row.Platform : null,
            PerimeterKind.Operator or PerimeterKind.Collectivity => null,
            _ => EstablishmentValues.Of(kind, establishment),
        });
    });

    /// <summary>Refuses codes that no establishment can have: a slip of the pen would measure nothing.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a code is unknown, or nothing tells of its kind.</exception>
    internal void Validate(Annuaire annuaire)
    {
        foreach (var (kind, values) in _values.Where(static entry => !entry.Key.IsLabel() && entry.Key != PerimeterKind.Establishment))
        {
            if (kind.NeedsAnnuaire() && annuaire.Count == 0)
            {
                throw new EngineException(
                    ErrorId.InvalidOption, "perimeter", $"nothing tells the {kind.Code()} of establishments", "give the annuaire de l'éducation (--establishments)");
            }

            var codes = new PerimeterCodes(kind, annuaire);
            foreach (var value in values.Where(value => value != PerimeterText.Unknown && !codes.Contains(value)))
            {
                throw new EngineException(ErrorId.InvalidOption, "perimeter", $"no {kind.Code()} is \"{value}\"", codes.RemedyFor(value));
            }
        }
    }
}
