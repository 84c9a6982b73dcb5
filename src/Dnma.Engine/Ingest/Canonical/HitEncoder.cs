using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.References;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Encodes accepted hits into batches: labels to codes, ids to pseudonyms, user agents to devices, all canonical fields to one content
/// hash. No raw id goes further. One for each worker; not thread safe.
/// </summary>
internal sealed class HitEncoder
{
    /// <summary>Stands for the id of someone who opted out, whose hits are excluded: what else it says does not matter.</summary>
    private const ulong OptedOut = ulong.MaxValue;
    private const int ContentFields = 7;
    private readonly HitDictionaries _dictionaries;
    private readonly PseudonymColumn _pseudonyms;
    private readonly PlaceColumns _places;
    private readonly UsageColumns _usages;
    private readonly DeviceColumns _devices;
    private readonly ProfileColumn _profiles = new();
    private readonly LabelColumn _labels;
    private readonly long _contentSeed;
    private readonly IHitConsumer _consumer;
    private readonly HitBatch _batch = new();

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
        NeedsClients = needsClients;
        _contentSeed = contentSeed;
        _dictionaries = dictionaries;
        _pseudonyms = new PseudonymColumn(pseudonyms ?? new PseudonymCache(contentSeed), pseudonymizer, pseudonymizer.Lanes);
        _places = new PlaceColumns(dictionaries);
        _usages = new UsageColumns(dictionaries, hours);
        _devices = new DeviceColumns(rules);
        _consumer = consumer;
        _labels = new LabelColumn(dictionaries.Labels, LabelRules.Kept);
    }

    /// <summary>Whether visits are keyed by browser.</summary>
    public bool NeedsClients { get; }

    /// <summary>What was noticed, counted by flag.</summary>
    public NoticeLedger Notices { get; } = new();

    /// <summary>Encodes one hit.</summary>
    public void Encode(scoped in HitFields hit)
    {
        var client = LabelText.Trim(hit.Client);
        Add(
            new EncodedHit
            {
                InstantMs = hit.InstantMs,
                Place = _places.Encode(hit),
                Usage = _usages.Encode(hit),
                Device = _devices.Encode(hit),
                Profile = _profiles.Encode(hit.Profile),
                Label = _labels.Encode(hit.Kind is HitKind.Click or HitKind.Event ? (hit.Label.IsEmpty ? hit.Page : hit.Label) : default),
                Client = HashOfClient(client),
                Page = HashOf(hit.Page),
                Kind = hit.Kind,
                Flags = hit.Flags,
                ClockOffset = hit.ClockOffset,
            },
            hit.Visitor,
            client);
    }

    /// <summary>Encodes one hit of a table whose columns were coded by <see cref="CodeOf"/>.</summary>
    public void Encode(scoped in CodedHit hit)
    {
        var client = hit[CodedColumn.Client];
        Add(
            new EncodedHit
            {
                InstantMs = hit.InstantMs,
                Place = _places.Encode(hit),
                Usage = _usages.Encode(hit),
                Device = DeviceColumns.Encode(hit),
                Profile = EncodedLabel.OfWord(hit[CodedColumn.Profile]),
                Label = _labels.Encode(hit.Label),
                Client = client,
                Page = hit[CodedColumn.Page],
                Kind = (HitKind)hit[CodedColumn.Kind],
                Flags = client == OptedOut ? hit.Flags | HitFlags.OptOut : hit.Flags,
            },
            hit.Visitor,
            LabelText.Trim(hit.Client));
    }

    /// <summary>The code of a text of a column, good for every worker of the run.</summary>
    public ulong CodeOf(CodedColumn column, ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : column switch
    {
        CodedColumn.Client => OptOutMark.IsOne(text) ? OptedOut : HashOfClient(LabelText.Trim(text)),
        CodedColumn.Page => HashOf(text),
        CodedColumn.Kind => (ulong)HitRow.KindOf(text),
        CodedColumn.Profile => _profiles.Encode(text).Word,
        _ => _places.CodeOf(column, text) ?? _usages.CodeOf(column, text) ?? _devices.CodeOf(column, text) ?? throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>Hands over what is still in the batch.</summary>
    public void Flush()
    {
        if (_batch.Count > 0)
        {
            _pseudonyms.Complete();
            _consumer.Consume(_batch);
            _batch.Count = 0;
        }
    }

    private void Add(in EncodedHit hit, ReadOnlySpan<byte> visitor, ReadOnlySpan<byte> client)
    {
        if (_batch.Count == _batch.Capacity)
        {
            Flush();
        }

        var i = _batch.Count++;
        var flags = hit.Flags | hit.Place.Flags | hit.Usage.Flags | hit.Profile.Flags | hit.Device.Flags;
        _batch.InstantMs[i] = hit.InstantMs;
        SetPerson(i, LabelText.Trim(visitor), hit.Place);
        _pseudonyms.Set(_batch.Client, i, Pseudonymizer.Browser, 0, null, NeedsClients ? client : default);
        _batch.Place[i] = hit.Place.Place;
        _batch.Usage[i] = hit.Usage.Code;
        _batch.Collectivity[i] = hit.Place.Collectivity;
        _batch.Label[i] = hit.Label.Code;
        _batch.Traits[i] = hit.Device.Traits;
        _batch.Profile[i] = (Profile)hit.Profile.Code;
        _batch.Kind[i] = hit.Kind;
        _batch.Flags[i] = flags;
        _batch.ClockOffset[i] = hit.ClockOffset;
        _batch.Content[i] = ContentOf(hit);
        Notices.Count(flags);
    }

    /// <summary>Of every canonical field but instant and person; never leaves a run.</summary>
    private static ulong ContentOf(in EncodedHit hit)
    {
        Span<ulong> content = stackalloc ulong[ContentFields];
        content[0] = hit.Client;
        content[1] = hit.Place.Hash;
        content[2] = hit.Usage.Hash;
        content[3] = hit.Page;
        content[4] = hit.Device.Agent;
        content[5] = hit.Label.Hash;
        content[6] = hit.Device.Traits.Bits | ((ulong)hit.Profile.Code << 32) | ((ulong)hit.Kind << 40);
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(content));
    }

    /// <summary>A person id is scoped by project, else by collectivity, hit by hit (design §6).</summary>
    private void SetPerson(int row, ReadOnlySpan<byte> id, in EncodedPlace place)
    {
        if (place.Project != 0)
        {
            _pseudonyms.Set(_batch.Person, row, Pseudonymizer.Project, place.Project, _dictionaries.Projects, id);
        }
        else
        {
            _pseudonyms.Set(_batch.Person, row, Pseudonymizer.Site, place.Collectivity, _dictionaries.Collectivities, id);
        }
    }

    private ulong HashOfClient(ReadOnlySpan<byte> trimmed) => trimmed.IsEmpty ? 0 : XxHash3.HashToUInt64(trimmed, _contentSeed);

    private static ulong HashOf(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : XxHash3.HashToUInt64(text);
}
