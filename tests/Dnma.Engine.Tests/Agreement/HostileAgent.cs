namespace Dnma.Engine.Tests.Agreement;

/// <summary>A user agent and what the device is, as a person reads it; <see cref="Flag"/> says why its hits do not count.</summary>
public sealed record HostileAgent(string Text, string Device = "", string Os = "", string Browser = "", string ConnectedObject = "", string Flag = "")
{
    public static readonly HostileAgent None = new("");
}
