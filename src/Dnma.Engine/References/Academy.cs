using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>An académie: the ministry's regional administration, which départements belong to (domain §6). Immutable, thread safe.</summary>
/// <param name="Code">Two digits, for example <c>18</c>.</param>
/// <param name="Name">As published, for example <c>Orléans-Tours</c>.</param>
/// <param name="Zone">Whose school holidays it has.</param>
public sealed record Academy(string Code, string Name, SchoolZone Zone);
