using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dnma.Engine.Hits;
using Dnma.Engine.References;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Encodes accepted hits into batches: labels to codes, ids to pseudonyms, user agents to devices, all canonical fields to one content
/// hash. No raw id goes further. One for each worker; not thread safe.
/// </summary>
internal sealed class HitEncoder
{
    private const int ContentFields = 8;
    private readonly HitDictionaries _dictionaries;
    private readonly Pseudonymizer _pseudonymizer;
    private readonly PseudonymCache _pseudonyms;
    private readonly PlaceColumns _places;
    private readonly UsageColumns _usages;
    private readonly AgentCache _agents;
    private readonly bool _needsClients;
    private readonly long _contentSeed;
    private readonly IHitConsumer _consumer;
    private readonly HitBatch _batch = new();
    private readonly LabelColumn _labels;
    private readonly LabelCache _profiles = new(1 << 10);
    private readonly TextTupleCache<NamedTraits> _named = new(1 << 9, 64);

    /// <param name="dictionaries">The run's dictionaries.</param>
    /// <param name="pseudonymizer">This worker's own.</param>
    /// <param name="rules">How user agents are read.</param>
    /// <param name="needsClients">Whether visits are keyed by browser; otherwise browsers only tell hits apart, and get no pseudonym.</param>
    /// <param name="contentSeed">Seeds the hash of raw browser ids, so that no content hash leads back to one. One for the run.</param>
    /// <param name="consumer">Takes full batches.</param>
    /// <param name="pseudonyms">Those that the workers of the run remember together; none for a worker alone.</param>
    /// <param name="hours">The custom dimension that instants tell; null where none was asked for.</param>
    public HitEncoder(
        HitDictionaries dictionaries,
        Pseudonymizer pseudonymizer,
        DeviceRules rules,
        bool needsClients,
        long contentSeed,
        IHitConsumer consumer,
        PseudonymCache? pseudonyms = null,
        WeekHourColumn? hours = null)
    {
        _needsClients = needsClients;
        _contentSeed = contentSeed;
        _dictionaries = dictionaries;
        _pseudonymizer = pseudonymizer;
        _pseudonyms = pseudonyms ?? new PseudonymCache(contentSeed);
        _places = new PlaceColumns(dictionaries);
        _usages = new UsageColumns(dictionaries, hours);
        _agents = new AgentCache(rules);
        _consumer = consumer;
        _labels = new LabelColumn(dictionaries.Labels, LabelRules.Kept);
    }

    /// <summary>What was noticed, counted by flag.</summary>
    public NoticeLedger Notices { get; } = new();

    /// <summary>Encodes one hit.</summary>
    public void Encode(scoped in HitFields hit)
    {
        if (_batch.Count == _batch.Capacity)
        {
            Flush();
        }

        var place = _places.Encode(hit);
        var usage = _usages.Encode(hit);
        var profile = EncodeProfile(hit.Profile);
        var traits = TraitsOf(hit, out var agentHash, out var agentFlags);
        var client = LabelText.Trim(hit.Client);
        var flags = hit.Flags | place.Flags | usage.Flags | profile.Flags | agentFlags;
        var label = _labels.Encode(hit.Kind is HitKind.Click or HitKind.Event ? (hit.Label.IsEmpty ? hit.Page : hit.Label) : default);

        var i = _batch.Count++;
        _batch.InstantMs[i] = hit.InstantMs;
        _batch.Person[i] = PersonOf(hit.Visitor, place);
        _batch.Client[i] = _needsClients ? _pseudonyms.Of(_pseudonymizer, Pseudonymizer.Browser, 0, null, client) : default;
        _batch.Place[i] = place.Place;
        _batch.Usage[i] = usage.Code;
        _batch.Collectivity[i] = place.Collectivity;
        _batch.Label[i] = label.Code;
        _batch.Traits[i] = traits;
        _batch.Profile[i] = (Profile)profile.Code;
        _batch.Kind[i] = hit.Kind;
        _batch.Flags[i] = flags;
        _batch.ClockOffset[i] = hit.ClockOffset;
        Notices.Count(flags);

        // Every canonical field but instant and person; the hash never leaves a run.
        Span<ulong> content = stackalloc ulong[ContentFields];
        content[0] = client.IsEmpty ? 0 : XxHash3.HashToUInt64(client, _contentSeed);
        content[1] = (ulong)client.Length;
        content[2] = place.Hash;
        content[3] = usage.Hash;
        content[4] = HashOf(hit.Page);
        content[5] = agentHash;
        content[6] = label.Hash;
        content[7] = traits.Bits | ((ulong)profile.Code << 32) | ((ulong)hit.Kind << 40);
        _batch.Content[i] = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(content));
    }

    /// <summary>Hands over what is still in the batch.</summary>
    public void Flush()
    {
        if (_batch.Count > 0)
        {
            _consumer.Consume(_batch);
            _batch.Count = 0;
        }
    }

    /// <summary>A person id is scoped by project, else by collectivity, hit by hit (design §6).</summary>
    private Pseudonym PersonOf(ReadOnlySpan<byte> visitor, in EncodedPlace place)
    {
        var id = LabelText.Trim(visitor);
        return place.Project != 0
            ? _pseudonyms.Of(_pseudonymizer, Pseudonymizer.Project, place.Project, _dictionaries.Projects, id)
            : _pseudonyms.Of(_pseudonymizer, Pseudonymizer.Site, place.Collectivity, _dictionaries.Collectivities, id);
    }

    private EncodedLabel EncodeProfile(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return default;
        }

        if (_profiles.TryGet(raw, out var known, out var slot))
        {
            return known;
        }

        var isKnown = ProfileVocabulary.TryParse(raw, out var profile);
        var isUnknown = !isKnown && !LabelText.Trim(raw).IsEmpty;
        var value = new EncodedLabel((int)profile, 0, isUnknown ? HitFlags.ProfileUnknown : HitFlags.None);
        _profiles.Remember(raw, value, slot);
        return value;
    }

    private DeviceTraits TraitsOf(scoped in HitFields hit, out ulong agentHash, out HitFlags flags)
    {
        var agent = _agents.Classify(hit.UserAgent, hit.ClientHints, out agentHash);
        flags = agent.Flags;
        if (hit.Device.IsEmpty && hit.Os.IsEmpty && hit.Browser.IsEmpty)
        {
            return agent.Traits;
        }

        var texts = new TextTuple(hit.Device, hit.Os, hit.Browser);
        if (!_named.TryGet(texts, out var named, out var slot))
        {
            named = NamedTraits.Of(hit);
            _named.Remember(texts, named, slot);
        }

        return named.Over(agent.Traits);
    }

    private static ulong HashOf(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : XxHash3.HashToUInt64(text);
}
