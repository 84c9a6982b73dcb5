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
    private const int ContentFields = 16;
    private readonly HitDictionaries _dictionaries;
    private readonly PseudonymCache _pseudonyms;
    private readonly TupleCache<Place> _places;
    private readonly TupleCache<Usage> _usages;
    private readonly AgentCache _agents;
    private readonly bool _needsClients;
    private readonly long _contentSeed;
    private readonly IHitConsumer _consumer;
    private readonly HitBatch _batch = new();
    private readonly LabelColumn _establishments;
    private readonly LabelColumn _services;
    private readonly LabelColumn _types;
    private readonly LabelColumn _tools;
    private readonly LabelColumn _projects;
    private readonly LabelColumn _operators;
    private readonly LabelColumn _platforms;
    private readonly LabelColumn _collectivities;
    private readonly LabelColumn _labels;
    private readonly LabelColumn[] _custom;
    private readonly LabelCache _profiles = new(1 << 10);

    /// <param name="dictionaries">The run's dictionaries.</param>
    /// <param name="pseudonymizer">This worker's own.</param>
    /// <param name="rules">How user agents are read.</param>
    /// <param name="needsClients">Whether visits are keyed by browser; otherwise browsers only tell hits apart, and get no pseudonym.</param>
    /// <param name="contentSeed">Seeds the hash of raw browser ids, so that no content hash leads back to one. One for the run.</param>
    /// <param name="consumer">Takes full batches.</param>
    public HitEncoder(
        HitDictionaries dictionaries, Pseudonymizer pseudonymizer, DeviceRules rules, bool needsClients, long contentSeed, IHitConsumer consumer)
    {
        _needsClients = needsClients;
        _contentSeed = contentSeed;
        _dictionaries = dictionaries;
        _pseudonyms = new PseudonymCache(pseudonymizer);
        _places = new TupleCache<Place>(dictionaries.Places, 1 << 12);
        _usages = new TupleCache<Usage>(dictionaries.Usages, 1 << 10);
        _agents = new AgentCache(rules);
        _consumer = consumer;
        _establishments = new LabelColumn(dictionaries.Establishments, LabelRules.Establishment, 1 << 13);
        _services = new LabelColumn(dictionaries.Services, LabelRules.Service);
        _types = new LabelColumn(dictionaries.Types, LabelRules.Type);
        _tools = new LabelColumn(dictionaries.Tools, LabelRules.Lower);
        _projects = new LabelColumn(dictionaries.Projects, LabelRules.Kept);
        _operators = new LabelColumn(dictionaries.Operators, LabelRules.Kept);
        _platforms = new LabelColumn(dictionaries.Platforms, LabelRules.Kept);
        _collectivities = new LabelColumn(dictionaries.Collectivities, LabelRules.Kept);
        _labels = new LabelColumn(dictionaries.Labels, LabelRules.Kept);
        _custom = [.. dictionaries.Custom.Select(labels => new LabelColumn(labels, LabelRules.Lower))];
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

        var establishment = _establishments.Encode(hit.Uai);
        var service = _services.Encode(hit.Service);
        var profile = EncodeProfile(hit.Profile);
        var type = _types.Encode(hit.Type);
        var tool = _tools.Encode(hit.Tool);
        var project = _projects.Encode(hit.Project);
        var platform = _platforms.Encode(hit.Platform);
        var operatorLabel = _operators.Encode(hit.Operator);
        var collectivity = _collectivities.Encode(hit.Collectivity);
        var traits = TraitsOf(hit, out var agentHash, out var agentFlags);
        var client = LabelText.Trim(hit.Client);
        var flags = hit.Flags | establishment.Flags | service.Flags | profile.Flags | agentFlags;
        var labels = _labels.Encode(hit.Kind is HitKind.Click or HitKind.Event ? (hit.Label.IsEmpty ? hit.Page : hit.Label) : default);

        var i = _batch.Count++;
        _batch.InstantMs[i] = hit.InstantMs;
        _batch.Person[i] = PersonOf(hit.Visitor, project.Code, collectivity.Code);
        _batch.Client[i] = _needsClients ? _pseudonyms.Of(Pseudonymizer.Browser, 0, null, client) : default;
        _batch.Place[i] = _places.CodeOf(new Place(establishment.Code, project.Code, platform.Code), HashOf(establishment.Code, project.Code, platform.Code));
        _batch.Usage[i] = UsageOf(hit, service.Code, type.Code, tool.Code);
        _batch.Collectivity[i] = collectivity.Code;
        _batch.Label[i] = labels.Code;
        _batch.Traits[i] = traits;
        _batch.Profile[i] = (Profile)profile.Code;
        _batch.Kind[i] = hit.Kind;
        _batch.Flags[i] = flags;
        Notices.Count(flags);

        // Every canonical field but instant and person; the order is fixed for ever, the hash never leaves a run.
        Span<ulong> content = stackalloc ulong[ContentFields];
        content[0] = client.IsEmpty ? 0 : XxHash3.HashToUInt64(client, _contentSeed);
        content[1] = (ulong)client.Length;
        content[2] = establishment.Hash;
        content[3] = (ulong)profile.Code;
        content[4] = service.Hash;
        content[5] = type.Hash;
        content[6] = tool.Hash;
        content[7] = project.Hash;
        content[8] = operatorLabel.Hash;
        content[9] = platform.Hash;
        content[10] = collectivity.Hash;
        content[11] = (ulong)hit.Kind;
        content[12] = HashOf(hit.Page);
        content[13] = agentHash;
        content[14] = traits.Bits;
        content[15] = labels.Hash;
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
    private Pseudonym PersonOf(ReadOnlySpan<byte> visitor, int project, int collectivity)
    {
        var id = LabelText.Trim(visitor);
        return project != 0
            ? _pseudonyms.Of(Pseudonymizer.Project, project, _dictionaries.Projects, id)
            : _pseudonyms.Of(Pseudonymizer.Site, collectivity, _dictionaries.Collectivities, id);
    }

    private int UsageOf(scoped in HitFields hit, int service, int type, int tool)
    {
        var usage = new Usage(service, type, tool);
        if (_custom.Length > 0)
        {
            usage = usage with { Custom0 = Custom(hit, 0), Custom1 = Custom(hit, 1), Custom2 = Custom(hit, 2), Custom3 = Custom(hit, 3) };
        }

        return _usages.CodeOf(usage, HashOf(service, type, tool));
    }

    private int Custom(scoped in HitFields hit, int index) =>
        index < _custom.Length && index < hit.CustomRanges.Length ? _custom[index].Encode(hit.CustomBytes[hit.CustomRanges[index]]).Code : 0;

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

    /// <summary>What a hit says of its device wins over what its user agent says, trait by trait (design §6).</summary>
    private DeviceTraits TraitsOf(scoped in HitFields hit, out ulong agentHash, out HitFlags flags)
    {
        var agent = _agents.Classify(hit.UserAgent, hit.ClientHints, out agentHash);
        flags = agent.Flags;
        var traits = agent.Traits;
        if (!hit.Device.IsEmpty && DeviceVocabulary.ParseDevice(hit.Device) is var (device, connectedObject) && device != DeviceClass.Inconnu)
        {
            traits = traits.WithDevice(device, connectedObject);
        }

        if (!hit.Os.IsEmpty && DeviceVocabulary.ParseOs(hit.Os) is var os && os != OperatingSystemFamily.Inconnu)
        {
            traits = traits.WithOs(os);
        }

        if (!hit.Browser.IsEmpty && DeviceVocabulary.ParseBrowser(hit.Browser) is var browser && browser != BrowserFamily.Inconnu)
        {
            traits = traits.WithBrowser(browser);
        }

        return traits;
    }

    private static uint HashOf(int first, int second, int third) => unchecked((uint)(first + (second * 31) + (third * 1009)));

    private static ulong HashOf(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : XxHash3.HashToUInt64(text);
}
