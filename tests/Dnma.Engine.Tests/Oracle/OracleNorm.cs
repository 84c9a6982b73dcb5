namespace Dnma.Engine.Tests.Oracle;

/// <summary>The four presets of domain §3.</summary>
public enum OracleNorm
{
    Dnma,
    Acpm,
    Piano,
    Matomo,
}
