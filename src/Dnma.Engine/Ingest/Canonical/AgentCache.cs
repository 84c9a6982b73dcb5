using System.IO.Hashing;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers how recent user agents were classified, by a 128-bit hash of their text and hints: a fixed table, so that hostile logs
/// cannot grow it. One for each worker; not thread safe.
/// </summary>
internal sealed class AgentCache(DeviceRules rules)
{
    private const int SlotCount = 1 << 14;
    private readonly UInt128[] _keys = new UInt128[SlotCount];
    private readonly AgentClass[] _values = new AgentClass[SlotCount];

    public AgentClass Classify(ReadOnlySpan<byte> userAgent, ReadOnlySpan<byte> clientHints, out ulong hash)
    {
        if (userAgent.IsEmpty && clientHints.IsEmpty)
        {
            hash = 0;
            return default;
        }

        var key = XxHash128.HashToUInt128(userAgent);
        hash = unchecked((ulong)key);
        if (!clientHints.IsEmpty)
        {
            key = unchecked(key + (XxHash128.HashToUInt128(clientHints) * 0x9E3779B97F4A7C15));
        }

        var slot = (int)(key & (SlotCount - 1));
        if (_keys[slot] != key)
        {
            _values[slot] = rules.Classify(userAgent, clientHints);
            _keys[slot] = key;
        }

        return _values[slot];
    }
}
