namespace Dnma.Engine.Hits;

/// <summary>Some of the places of a run. Thread safe; asking about a place a second time allocates nothing.</summary>
internal interface IPlaceSet
{
    /// <summary>Whether a place is one of them.</summary>
    /// <param name="place">Its code in <see cref="HitDictionaries.Places"/>.</param>
    bool Contains(int place);
}
