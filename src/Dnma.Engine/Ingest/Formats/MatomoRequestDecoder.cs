using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Reads the requests of Matomo's tracker as ENT send them (domain §4.4). A parameter that is repeated counts by its first occurrence, and an
/// empty value is as good as none.
/// </summary>
/// <remarks>
/// <para>A request is a hit when its method is GET or POST, its path ends with <c>/matomo.php</c> or <c>/piwik.php</c> and its query has
/// <c>rec=1</c>; or, where the container has no path, when the query has <c>idsite</c> and <c>rec=1</c>. A POST whose parameters are in
/// its body leaves none in a log, and is no hit.</para>
/// <para>The person is <c>uid</c>; a hit without one is anonymous. The browser is <c>cid</c>, else <c>_id</c>. The instant is
/// <c>cdt</c> where it is valid, else the line's time: Matomo believes an old <c>cdt</c> only from a caller who has the token, and
/// only for such a caller is one written.</para>
/// <para>Kind, by the first that applies: <c>ping=1</c>, a ping; <c>download=</c> or <c>link=</c>, a click with that address as its label;
/// <c>e_c=</c> or <c>e_a=</c>, an event labelled <c>category / action</c>; <c>search=</c>, an event labelled <c>search</c>, since
/// Matomo counts searches apart from page views and the words searched for are nobody's business; <c>ca=1</c>, an event; else a page.</para>
/// <para>Not thread safe: one for each worker.</para>
/// </remarks>
public sealed class MatomoRequestDecoder : RequestDecoder
{
    private readonly RecordSink _sink;
    private readonly int[] _dimensions;
    private readonly IStructureLookup? _structures;
    private readonly QueryParameters _parameters = new();
    private readonly ParameterSlots _slots = new(MatomoParameter.Count);
    private readonly CustomParameters _customs;
    private readonly DecodeScratch _scratch = new();

    /// <summary>Makes a decoder that hands its records to <paramref name="sink"/>.</summary>
    /// <param name="sink">Where records go.</param>
    /// <param name="mapping">What the site's dimensions hold; <see cref="MatomoMapping.Default"/> where absent.</param>
    public MatomoRequestDecoder(RecordSink sink, MatomoMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        mapping ??= MatomoMapping.Default;
        _sink = sink;
        _customs = new CustomParameters(sink.CustomNames);
        _structures = mapping.Structures;

        // In the order of the slots of MatomoParameter.
        _dimensions = [mapping.Profile, mapping.Structure, mapping.Host, mapping.Service, mapping.Type, mapping.Tool, mapping.Project];
    }

    /// <inheritdoc/>
    public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line)
    {
        var query = request.Query;
        if (!HitRequests.HasHitMethod(request.Method) || !IsTracker(request.Path))
        {
            _sink.Reject(RejectReason.NotAHit, in position, line);
            return;
        }

        Read(query);
        if (!IsOne(query, MatomoParameter.Record) || (request.Path.IsEmpty && !_slots.Has(MatomoParameter.Site)))
        {
            _sink.Reject(RejectReason.NotAHit, in position, line);
            return;
        }

        var hit = new HitFields { Flags = HitFlags.CollectivityIsSite };
        if (!TryReadInstant(request.InstantMs, query, ref hit, out var reason))
        {
            _sink.Reject(reason, in position, line);
            return;
        }

        hit.Visitor = Text(query, MatomoParameter.User);
        hit.Client = First(query, MatomoParameter.ForcedBrowser, MatomoParameter.Browser);
        hit.Collectivity = Text(query, MatomoParameter.Site);
        hit.Profile = Text(query, MatomoParameter.DimensionProfile);
        hit.Platform = Text(query, MatomoParameter.DimensionHost);
        hit.Project = Text(query, MatomoParameter.DimensionProject);
        hit.Service = First(query, MatomoParameter.Service, MatomoParameter.DimensionService);
        hit.Type = First(query, MatomoParameter.Type, MatomoParameter.DimensionType);
        hit.Tool = First(query, MatomoParameter.Tool, MatomoParameter.DimensionTool);
        hit.Page = First(query, MatomoParameter.Url, MatomoParameter.Title);
        ReadEstablishment(query, ref hit);
        ReadKind(query, ref hit);
        ReadDevice(in request, ref hit);
        if (!_customs.IsEmpty)
        {
            hit.CustomRanges = _customs.Decode(query, _scratch);
            hit.CustomBytes = _scratch.Bytes;
        }

        _sink.Accept(in hit);
    }

    private static bool IsTracker(ReadOnlySpan<byte> path) =>
        path.IsEmpty || HitRequests.IsFile(path, "matomo.php"u8) || HitRequests.IsFile(path, "piwik.php"u8);

    private void Read(ReadOnlySpan<byte> query)
    {
        // A value is written at most three times: for its field, for an event's label, and as a custom dimension. All mapped roles may share one dimension.
        _scratch.Begin((query.Length * (3 + _dimensions.Length)) + LabelSeparator.Length);
        _slots.Clear();
        _customs.Clear();
        foreach (ref readonly var parameter in _parameters.Split(query))
        {
            var slot = MatomoParameter.Find(query, parameter.NameStart, parameter.NameLength);
            if (slot != MatomoParameter.Unknown)
            {
                _slots.Offer(slot, parameter.ValueStart, parameter.ValueLength);
            }
            else
            {
                OfferDimension(MatomoParameter.Dimension(parameter.NameIn(query)), parameter.ValueStart, parameter.ValueLength);
            }

            _customs.Offer(query, in parameter);
        }
    }

    private static ReadOnlySpan<byte> LabelSeparator => " / "u8;

    private void OfferDimension(int number, int start, int length)
    {
        for (var i = 0; number > 0 && i < _dimensions.Length; i++)
        {
            if (_dimensions[i] == number)
            {
                _slots.Offer(MatomoParameter.FirstDimension + i, start, length);
            }
        }
    }

    private bool TryReadInstant(long lineMs, ReadOnlySpan<byte> query, ref HitFields hit, out RejectReason reason)
    {
        var text = Text(query, MatomoParameter.Instant);
        reason = text.IsEmpty ? RejectReason.MissingInstant : RejectReason.BadInstant;
        if (MatomoInstant.TryRead(text, out hit.InstantMs))
        {
            return true;
        }

        hit.InstantMs = lineMs;
        if (!text.IsEmpty)
        {
            hit.Flags |= HitFlags.ClockIgnored;
        }

        return lineMs != LogRequest.NoInstant;
    }

    private void ReadEstablishment(ReadOnlySpan<byte> query, ref HitFields hit)
    {
        var structure = Text(query, MatomoParameter.DimensionStructure);
        if (structure.IsEmpty)
        {
            return;
        }

        if (_structures is not null && _structures.TryFind(structure, out var uai))
        {
            hit.Uai = uai;
        }
        else if (EstablishmentForm.IsUai(structure))
        {
            hit.Uai = structure;
        }
        else
        {
            hit.Flags |= HitFlags.UaiMalformed;
        }
    }

    private void ReadKind(ReadOnlySpan<byte> query, ref HitFields hit)
    {
        if (IsOne(query, MatomoParameter.Ping))
        {
            hit.Kind = HitKind.Ping;
            return;
        }

        var download = Text(query, MatomoParameter.Download);
        var target = download.IsEmpty ? Text(query, MatomoParameter.Link) : download;
        if (!target.IsEmpty)
        {
            hit.Kind = HitKind.Click;
            hit.Label = target;
            hit.Flags |= download.IsEmpty ? HitFlags.None : HitFlags.Download;
            return;
        }

        var category = Text(query, MatomoParameter.EventCategory);
        var action = Text(query, MatomoParameter.EventAction);
        if (!category.IsEmpty || !action.IsEmpty)
        {
            hit.Kind = HitKind.Event;
            hit.Label = category.IsEmpty ? action : action.IsEmpty ? category : _scratch.Concat(category, LabelSeparator, action);
        }
        else if (!_slots.Raw(query, MatomoParameter.Search).IsEmpty)
        {
            hit.Kind = HitKind.Event;
            hit.Label = "search"u8;
        }
        else if (IsOne(query, MatomoParameter.CustomAction))
        {
            hit.Kind = HitKind.Event;
        }
    }

    private void ReadDevice(scoped in LogRequest request, ref HitFields hit)
    {
        var userAgent = Text(request.Query, MatomoParameter.UserAgent);
        hit.UserAgent = userAgent.IsEmpty ? request.UserAgent : userAgent;
        var hints = Text(request.Query, MatomoParameter.ClientHints);
        hit.ClientHints = hints.IsEmpty ? request.ClientHints : hints;
        if (request.IsPrefetch)
        {
            hit.Flags |= HitFlags.Prefetch;
        }
    }

    private bool IsOne(ReadOnlySpan<byte> query, int slot) => _slots.Raw(query, slot).SequenceEqual("1"u8);

    private ReadOnlySpan<byte> First(ReadOnlySpan<byte> query, int slot, int otherwise)
    {
        var text = Text(query, slot);
        return text.IsEmpty ? Text(query, otherwise) : text;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> query, int slot) => _scratch.Decode(_slots.Raw(query, slot));
}
