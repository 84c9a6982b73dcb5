namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>The kinds of machine that people come with.</summary>
internal enum AgentKind
{
    /// <summary>A computer.</summary>
    Computer,

    /// <summary>A phone.</summary>
    Phone,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A voice assistant, a fridge, the unit of a car.</summary>
    ConnectedObject,
}
