namespace Dnma.Engine.Hits;

/// <summary>The distinct labels of one run, shared by all workers. Thread safe.</summary>
public sealed class HitDictionaries
{
    /// <summary>Creates empty dictionaries.</summary>
    /// <param name="customDimensions">How many custom dimensions the definition asks for.</param>
    public HitDictionaries(int customDimensions = 0)
    {
        Custom = new LabelDictionary[customDimensions];
        for (var index = 0; index < customDimensions; index++)
        {
            Custom[index] = new LabelDictionary();
        }
    }

    /// <summary>Whether places tell operators apart: only where something is asked by operator, for it makes more places.</summary>
    public bool KeepsOperators { get; init; }

    /// <summary>Whether places tell collectivities apart: only where something is asked by collectivity.</summary>
    public bool KeepsCollectivities { get; init; }

    /// <summary>UAI.</summary>
    public LabelDictionary Establishments { get; } = new();

    /// <summary>Projects.</summary>
    public LabelDictionary Projects { get; } = new();

    /// <summary>Platforms.</summary>
    public LabelDictionary Platforms { get; } = new();

    /// <summary>Operators.</summary>
    public LabelDictionary Operators { get; } = new();

    /// <summary>Collectivities and sites.</summary>
    public LabelDictionary Collectivities { get; } = new();

    /// <summary>Services, by canonical code; unknown ones by their lower-case label.</summary>
    public LabelDictionary Services { get; } = new();

    /// <summary>Types.</summary>
    public LabelDictionary Types { get; } = new();

    /// <summary>Tools.</summary>
    public LabelDictionary Tools { get; } = new();

    /// <summary>Labels of clicks, downloads and events.</summary>
    public LabelDictionary Labels { get; } = new();

    /// <summary>Values of the custom dimensions, in the order asked.</summary>
    public LabelDictionary[] Custom { get; }

    /// <summary>Distinct places.</summary>
    public TupleDictionary<Place> Places { get; } = new();

    /// <summary>Distinct usages.</summary>
    public TupleDictionary<Usage> Usages { get; } = new();

    /// <summary>Distinct usages with a label.</summary>
    internal TupleDictionary<LabelledUse> LabelledUses { get; } = new();

    /// <summary>Whether a place lacks something that places may have here.</summary>
    internal bool Lacks(in Place place) =>
        place.Establishment == 0 || place.Project == 0 || place.Platform == 0 || (KeepsOperators && place.Operator == 0) || (KeepsCollectivities && place.Collectivity == 0);

    /// <summary>The order of places by their texts.</summary>
    internal int Compare(in Place x, in Place y)
    {
        var order = Establishments.Compare(x.Establishment, y.Establishment);
        order = order != 0 ? order : Projects.Compare(x.Project, y.Project);
        order = order != 0 ? order : Platforms.Compare(x.Platform, y.Platform);
        order = order != 0 ? order : Operators.Compare(x.Operator, y.Operator);
        return order != 0 ? order : Collectivities.Compare(x.Collectivity, y.Collectivity);
    }

    /// <summary>One code for a usage and a label: the usage's own where there is no label.</summary>
    internal int UseOf(int usage, int label) => label == 0 ? usage : ~LabelledUses.CodeOf(new LabelledUse(usage, label));

    /// <summary>The usage of a code that <see cref="UseOf"/> gave.</summary>
    internal int UsageOf(int use) => use >= 0 ? use : LabelledUses[~use].Usage;

    /// <summary>The label of a code that <see cref="UseOf"/> gave; 0 for none.</summary>
    internal int LabelOf(int use) => use >= 0 ? 0 : LabelledUses[~use].Label;
}
