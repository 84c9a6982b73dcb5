namespace Dnma.Engine.Ingest.Formats;

/// <summary>A name of a parameter, in ASCII.</summary>
/// <param name="Name">One to sixteen characters.</param>
/// <param name="Slot">Its slot in <see cref="ParameterSlots"/>; several names may share one.</param>
/// <param name="InAnyCase">Whether its letters may be written in either case.</param>
internal readonly record struct ParameterName(string Name, int Slot, bool InAnyCase = false);
