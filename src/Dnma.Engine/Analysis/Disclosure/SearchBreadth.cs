namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>How much a search looks at: a little of everything at first, more where that did not do. Not thread safe.</summary>
internal sealed class SearchBreadth
{
    /// <summary>Whether much is looked at.</summary>
    public bool IsThorough { get; set; }

    /// <summary>How many days or territories.</summary>
    public int Most => IsThorough ? 16 : 4;

    /// <summary>How many modalities of a dimension.</summary>
    public int MostModalities => IsThorough ? 200 : 8;
}
