namespace Dnma.Engine.References.Perimeters;

/// <summary>The codes that there are of a kind, and what a wrong one may have meant. Immutable.</summary>
internal sealed class PerimeterCodes
{
    /// <summary>So few codes are listed, where nothing better can be said.</summary>
    private const int Listed = 110;

    /// <summary>Of shorter codes, too many are one slip away from any.</summary>
    private const int LeastSlipped = 3;

    private readonly PerimeterKind _kind;
    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="kind">A kind whose values are no labels of hits.</param>
    /// <param name="annuaire">The establishments.</param>
    public PerimeterCodes(PerimeterKind kind, Annuaire annuaire)
    {
        _kind = kind;
        foreach (var (code, name) in BuiltIn(kind).Concat(annuaire.Establishments.Select(row => (EstablishmentValues.Of(kind, row), EstablishmentValues.NameOf(kind, row)))))
        {
            if (code.Length > 0)
            {
                _ = _names.TryAdd(code, name);
            }
        }
    }

    /// <summary>Whether there is such a code.</summary>
    public bool Contains(string code) => _names.ContainsKey(code);

    /// <summary>What to write in place of a code that there is not: that of a name, else of a code that differs in one character.</summary>
    public string RemedyFor(string value)
    {
        var folded = ReferenceText.Folded(value);
        string[] meant = [.. _names.Where(entry => folded.Length > 0 && ReferenceText.Folded(entry.Value) == folded).Select(static entry => entry.Key)];
        if (meant.Length == 0 && value.Length >= LeastSlipped)
        {
            meant = [.. _names.Keys.Where(code => IsOneSlipFrom(value, code)).Take(3)];
        }

        return meant.Length > 0 ? $"write {string.Join(" or ", meant.Select(Described))}"
            : _names.Count <= Listed ? $"use {string.Join(", ", _names.Keys)}"
            : $"see the codes of {_kind.Code()} in the annuaire";
    }

    private string Described(string code) => _names[code] is { Length: > 0 } name && name != code ? $"{code} ({name})" : code;

    /// <summary>Whether one character was left out, added or mistaken.</summary>
    private static bool IsOneSlipFrom(string written, string code)
    {
        var shorter = Math.Min(written.Length, code.Length);
        var same = 0;
        while (same < shorter && written[same] == code[same])
        {
            same++;
        }

        return Math.Abs(written.Length - code.Length) <= 1
            && written.AsSpan(Math.Min(written.Length, same + (written.Length >= code.Length ? 1 : 0)))
                .SequenceEqual(code.AsSpan(Math.Min(code.Length, same + (code.Length >= written.Length ? 1 : 0))));
    }

    private static IEnumerable<(string Code, string Name)> BuiltIn(PerimeterKind kind) => kind switch
    {
        PerimeterKind.Region => Territories.Regions.Select(static region => (region.Code, region.Name)),
        PerimeterKind.Academy => Territories.Academies.Select(static academy => (academy.Code, academy.Name)),
        PerimeterKind.Department => Territories.Departments.Select(static department => (department.Code, department.Name)),
        PerimeterKind.SchoolLevel => [(SchoolLevel.First.Code(), "premier degré"), (SchoolLevel.Second.Code(), "second degré")],
        PerimeterKind.Sector => [("PU", "public"), ("PR", "privé")],
        _ => [],
    };
}
