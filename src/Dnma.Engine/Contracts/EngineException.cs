namespace Dnma.Engine.Contracts;

/// <summary>
/// The one exception that the engine throws on purpose. <see cref="Exception.Message"/> is one line made of what happened, where, and
/// the remedy; it never holds a person id, an IP address or a token. Immutable, thread safe.
/// </summary>
public sealed class EngineException : Exception
{
    /// <summary>Creates an error about <paramref name="subject"/>.</summary>
    /// <param name="id">What kind of error this is.</param>
    /// <param name="subject">What it is about: a path, an option's name, a law's name.</param>
    /// <param name="problem">What is wrong, as a clause without final stop.</param>
    /// <param name="remedy">What the reader can do, as a clause; empty where nothing can be done.</param>
    /// <param name="inner">The cause, if another exception is one.</param>
    public EngineException(ErrorId id, string subject, string problem, string remedy = "", Exception? inner = null)
        : base(remedy.Length == 0 ? $"{subject}: {problem}" : $"{subject}: {problem}; {remedy}", inner)
    {
        Id = id;
        Subject = subject;
        Remedy = remedy;
    }

    /// <summary>What kind of error this is.</summary>
    public ErrorId Id { get; }

    /// <summary>What it is about: a path, an option's name, a law's name.</summary>
    public string Subject { get; }

    /// <summary>What the reader can do; empty where nothing can be done.</summary>
    public string Remedy { get; }
}
