namespace Dnma.Engine.Tests.Agreement;

/// <summary>The ways to write an instant in a table of hits.</summary>
public enum InstantSpelling
{
    Utc,
    EpochMilliseconds,
    EpochMicroseconds,
    Offset,
    Microseconds,
}
