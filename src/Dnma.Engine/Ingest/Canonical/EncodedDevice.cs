using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What the raw texts of with what a hit was made came to.</summary>
/// <param name="Traits">What is known of the device.</param>
/// <param name="Agent">A hash of the user agent.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedDevice(DeviceTraits Traits, ulong Agent, HitFlags Flags);
