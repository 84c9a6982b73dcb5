namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One input of the measurement. Immutable, thread safe.</summary>
/// <param name="Name">The file's name, without what the reader must not see of its folder.</param>
/// <param name="Records">How many records were read from it.</param>
/// <param name="Sha256">The digest of its bytes, in hexadecimal; empty where it was not taken.</param>
public sealed record DashboardInputLine(string Name, long Records, string Sha256);
