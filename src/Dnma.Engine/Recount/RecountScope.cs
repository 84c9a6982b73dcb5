namespace Dnma.Engine.Recount;

/// <summary>Whose hits are counted a second time, in SQL.</summary>
public enum RecountScope
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>Everybody's where they are within the bound, else those of the largest share of persons that is.</summary>
    Sample,

    /// <summary>Everybody's, however many they are.</summary>
    Full,
}
