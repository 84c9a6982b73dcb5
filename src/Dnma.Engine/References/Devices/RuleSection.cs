namespace Dnma.Engine.References.Devices;

/// <summary>The parts of a rule file; their names in the file are the lower-case names.</summary>
internal enum RuleSection : byte
{
    /// <summary>Names for conditions; every one is tried.</summary>
    Facts,

    /// <summary>Whether a robot, a monitor or a person speaks; the first rule that holds decides.</summary>
    Agent,

    /// <summary>The operating system; the first rule that holds decides.</summary>
    Os,

    /// <summary>The device class or connected object; the first rule that holds decides.</summary>
    Device,

    /// <summary>The browser; the first rule that holds decides.</summary>
    Browser,
}
