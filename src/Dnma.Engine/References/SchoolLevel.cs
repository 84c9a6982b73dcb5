namespace Dnma.Engine.References;

/// <summary>The level of a school, which decides with what it is measured. Files use the codes of <see cref="SchoolLevelCodes"/>.</summary>
public enum SchoolLevel : byte
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Primary: an école.</summary>
    First,

    /// <summary>Secondary: a collège, a lycée, and whatever is no école.</summary>
    Second,
}
