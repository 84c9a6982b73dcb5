namespace Dnma.Engine.Bench.Report;

/// <summary>What is timed.</summary>
internal enum Role
{
    /// <summary>The engine.</summary>
    Engine,

    /// <summary>Another system that gives the same answer.</summary>
    Peer,

    /// <summary>What the machine can do at all.</summary>
    Ceiling,

    /// <summary>What stands there for information only.</summary>
    Other,
}
