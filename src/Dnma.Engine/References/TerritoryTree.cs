namespace Dnma.Engine.References;

/// <summary>
/// The territories as a hierarchy to walk: State → région → académie → département → commune and circonscription → establishment. The upper
/// four are built in; an annuaire adds the others. Immutable, thread safe.
/// </summary>
public sealed class TerritoryTree
{
    private readonly Dictionary<(TerritoryKind Kind, string Code), Territory> _byCode = [];
    private readonly Dictionary<(TerritoryKind Kind, string Name), Territory?> _byName = [];
    private readonly Dictionary<Territory, Territory> _parents = [];
    private readonly Dictionary<Territory, List<Territory>> _children = [];
    private readonly Dictionary<string, Territory> _circonscriptions = new(StringComparer.Ordinal);

    private TerritoryTree(Annuaire annuaire)
    {
        State = new Territory(TerritoryKind.State, "FR", "France");
        AddNode(State, null);
        AddBuiltIn();
        foreach (var establishment in annuaire.Establishments)
        {
            AddEstablishment(establishment);
        }

        foreach (var (kind, spelling, code) in TerritorySpellings.Others)
        {
            _byName.TryAdd((kind, TerritorySpellings.Folded(spelling)), _byCode[(kind, code)]);
        }

        foreach (var children in _children.Values)
        {
            children.Sort(static (one, other) => one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind) : string.CompareOrdinal(one.Code, other.Code));
        }
    }

    /// <summary>The territories that need no file.</summary>
    public static TerritoryTree BuiltIn { get; } = new(Annuaire.Empty);

    /// <summary>The root.</summary>
    public Territory State { get; }

    /// <summary>The territories with the communes, circonscriptions and establishments of an annuaire.</summary>
    /// <param name="annuaire">Those without a code of commune or circonscription are in none; those of an unknown département are the State's own.</param>
    public static TerritoryTree Of(Annuaire annuaire)
    {
        ArgumentNullException.ThrowIfNull(annuaire);
        return new TerritoryTree(annuaire);
    }

    /// <summary>
    /// Finds a territory by its code, however padded, or by its name in any published spelling: case, accents, hyphens and apostrophes do not
    /// matter, <c>Académie de …</c> may stand before. A code or a name of the past finds its successor.
    /// </summary>
    /// <param name="kind">What it is: a name may be that of an académie and of a region.</param>
    /// <param name="text">Code or name. A name that several communes share finds none.</param>
    /// <returns>The territory; null when there is none.</returns>
    public Territory? Find(TerritoryKind kind, string text) => FindAt(kind, text, DateOnly.MaxValue);

    /// <summary>Finds a territory as it stood on a day: one of the past before its successor's first day, the successor from then on.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">Code or name.</param>
    /// <param name="date">The local day.</param>
    /// <returns>The territory; null when there is none. Territories of the past are in no hierarchy.</returns>
    public Territory? FindAt(TerritoryKind kind, string text, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = TerritorySpellings.Code(kind, text.Trim());
        var folded = TerritorySpellings.Folded(text);
        if (Look(kind, code, folded) is { } present)
        {
            return present;
        }

        var past = Territories.Successions.FirstOrDefault(succession =>
            succession.Old.Kind == kind && (succession.Old.Code == code || TerritorySpellings.Folded(succession.Old.Name) is var name && (name == folded || name == TerritorySpellings.WithoutPrefix(folded))));
        return past is null ? null : date < past.On ? past.Old : _byCode[(kind, past.NewCode)];
    }

    /// <summary>The territory that one lies in: the commune of an establishment, the département of a commune …; null for the State.</summary>
    public Territory? ParentOf(Territory territory) => _parents.GetValueOrDefault(territory);

    /// <summary>All territories that one lies in, the nearest first, the State last.</summary>
    public IReadOnlyList<Territory> AncestorsOf(Territory territory)
    {
        var ancestors = new List<Territory>();
        for (var next = ParentOf(territory); next is not null; next = ParentOf(next))
        {
            ancestors.Add(next);
        }

        return ancestors;
    }

    /// <summary>The territories that lie directly in one, by kind and code: a département holds communes and circonscriptions, both of them its establishments.</summary>
    public IReadOnlyList<Territory> ChildrenOf(Territory territory) => _children.TryGetValue(territory, out var children) ? children : [];

    /// <summary>The inspection district of an école; null when none is told.</summary>
    /// <param name="uai">Seven digits and a capital.</param>
    public Territory? CirconscriptionOf(string uai) => _circonscriptions.GetValueOrDefault(uai);

    /// <summary>All establishments in a territory, at any depth, each once, by UAI.</summary>
    public IReadOnlyList<Territory> EstablishmentsOf(Territory territory)
    {
        var found = new SortedDictionary<string, Territory>(StringComparer.Ordinal);
        var open = new Stack<Territory>([territory]);
        while (open.TryPop(out var next))
        {
            if (next.Kind == TerritoryKind.Establishment)
            {
                found[next.Code] = next;
            }

            foreach (var child in ChildrenOf(next))
            {
                open.Push(child);
            }
        }

        return [.. found.Values];
    }

    private Territory? Look(TerritoryKind kind, string code, string folded) =>
        _byCode.GetValueOrDefault((kind, code)) ?? _byName.GetValueOrDefault((kind, folded))
        ?? (TerritorySpellings.WithoutPrefix(folded) is { } name ? _byName.GetValueOrDefault((kind, name)) : null);

    private void AddBuiltIn()
    {
        foreach (var region in Territories.Regions.Append(Territories.Overseas))
        {
            Add(new Territory(TerritoryKind.Region, region.Code, region.Name), State);
        }

        foreach (var academy in Territories.Academies)
        {
            var region = Territories.DepartmentsOfAcademy(academy.Code).Select(static department => department.Region).OfType<Region>().First();
            Add(new Territory(TerritoryKind.Academy, academy.Code, academy.Name), _byCode[(TerritoryKind.Region, region.Code)]);
        }

        foreach (var authority in Territories.ViceRectorates)
        {
            Add(new Territory(TerritoryKind.Academy, authority.Code, authority.Name), _byCode[(TerritoryKind.Region, Territories.Overseas.Code)]);
        }

        Add(new Territory(TerritoryKind.Academy, "00", "Etranger"), State);
        foreach (var department in Territories.Departments)
        {
            var academy = department.Academy?.Code ?? Territories.ViceRectorates.First(authority => authority.DepartmentCode == department.Code).Code;
            Add(new Territory(TerritoryKind.Department, department.Code, department.Name), _byCode[(TerritoryKind.Academy, academy)]);
        }
    }

    private void AddEstablishment(Establishment establishment)
    {
        var department = _byCode.GetValueOrDefault((TerritoryKind.Department, establishment.DepartmentCode)) ?? State;
        var commune = Known(TerritoryKind.Commune, establishment.CommuneCode, establishment.Commune, department);
        var circonscription = Known(TerritoryKind.Circonscription, establishment.CirconscriptionCode, establishment.Circonscription, department);
        var school = new Territory(TerritoryKind.Establishment, establishment.Uai, establishment.Name);
        AddNode(school, commune ?? department);
        if (circonscription is not null)
        {
            Children(circonscription).Add(school);
            _circonscriptions.Add(establishment.Uai, circonscription);
        }
    }

    private Territory? Known(TerritoryKind kind, string code, string name, Territory department)
    {
        if (code.Length == 0)
        {
            return null;
        }

        return _byCode.TryGetValue((kind, code), out var known) ? known : Add(new Territory(kind, code, name), department);
    }

    private Territory Add(Territory territory, Territory parent)
    {
        AddNode(territory, parent);
        var name = (territory.Kind, TerritorySpellings.Folded(territory.Name));
        if (name.Item2.Length > 0 && !_byName.TryAdd(name, territory))
        {
            // Two of one name: it names neither.
            _byName[name] = null;
        }

        return territory;
    }

    private void AddNode(Territory territory, Territory? parent)
    {
        _byCode.Add((territory.Kind, territory.Code), territory);
        if (parent is not null)
        {
            _parents.Add(territory, parent);
            Children(parent).Add(territory);
        }
    }

    private List<Territory> Children(Territory parent)
    {
        if (!_children.TryGetValue(parent, out var children))
        {
            _children.Add(parent, children = []);
        }

        return children;
    }
}
