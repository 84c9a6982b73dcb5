using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Devices;

/// <summary>What the rules say of one user agent. The default value says nothing: an unknown device, counted as a person's. A value, thread safe.</summary>
/// <param name="Traits">Device, system, browser and connected object; nothing known of a robot or a monitor, whose costume proves nothing.</param>
/// <param name="Flags"><see cref="HitFlags.Robot"/>, <see cref="HitFlags.Monitor"/> or <see cref="HitFlags.None"/>.</param>
public readonly record struct AgentClass(DeviceTraits Traits, HitFlags Flags);
