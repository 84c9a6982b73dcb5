namespace Dnma.Engine.Bench.Generation;

/// <summary>What kind of client a user agent belongs to; the generator draws within one.</summary>
internal enum UserAgentClass : byte
{
    Desktop,
    Phone,
    Tablet,
    ConnectedObject,
    Robot,
    Monitor,
}
