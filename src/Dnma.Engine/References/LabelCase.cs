namespace Dnma.Engine.References;

/// <summary>What the normal form of a label does with capitals.</summary>
public enum LabelCase : byte
{
    /// <summary>They stay: names of projects and platforms.</summary>
    Kept,

    /// <summary>They become small letters, by Unicode's simple case mapping: services, types, tools.</summary>
    Lower,
}
