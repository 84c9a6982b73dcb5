using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Encodes with what a hit was made: the user agent, and the names that win over it. One for each worker; not thread safe.</summary>
internal sealed class DeviceColumns(DeviceRules rules)
{
    private readonly AgentCache _agents = new(rules);
    private readonly TextTupleCache<NamedTraits> _named = new(1 << 9, 64);

    /// <summary>What the texts of a hit came to.</summary>
    public EncodedDevice Encode(scoped in HitFields hit)
    {
        var agent = _agents.Classify(hit.UserAgent, hit.ClientHints, out var hash);
        if (hit.Device.IsEmpty && hit.Os.IsEmpty && hit.Browser.IsEmpty)
        {
            return new EncodedDevice(agent.Traits, hash, agent.Flags);
        }

        return new EncodedDevice(Named(hit.Device, hit.Os, hit.Browser).Over(agent.Traits), hash, agent.Flags);
    }

    /// <summary>What the codes of a hit come to.</summary>
    public static EncodedDevice Encode(scoped in CodedHit hit)
    {
        // What each name alone says are different bits.
        var named = NamedTraits.OfWord(hit[CodedColumn.Device] | hit[CodedColumn.Os] | hit[CodedColumn.Browser]);
        var agent = hit[CodedColumn.Agent];
        return new EncodedDevice(named.Over(new DeviceTraits((uint)(agent & uint.MaxValue))), hit[CodedColumn.AgentText], (HitFlags)(agent >> 32));
    }

    /// <summary>The code of a text of one column; null for a column that says nothing of devices.</summary>
    public ulong? CodeOf(CodedColumn column, ReadOnlySpan<byte> text)
    {
        switch (column)
        {
            case CodedColumn.Agent:
                var agent = _agents.Classify(text, default, out _);
                return agent.Traits.Bits | ((ulong)agent.Flags << 32);
            case CodedColumn.AgentText:
                _ = _agents.Classify(text, default, out var hash);
                return hash;
            case CodedColumn.Device:
                return Named(text, default, default).Word;
            case CodedColumn.Os:
                return Named(default, text, default).Word;
            case CodedColumn.Browser:
                return Named(default, default, text).Word;
            default:
                return null;
        }
    }

    private NamedTraits Named(ReadOnlySpan<byte> device, ReadOnlySpan<byte> os, ReadOnlySpan<byte> browser)
    {
        var texts = new TextTuple(device, os, browser);
        if (!_named.TryGet(texts, out var named, out var slot))
        {
            named = NamedTraits.Of(device, os, browser);
            _named.Remember(texts, named, slot);
        }

        return named;
    }
}
