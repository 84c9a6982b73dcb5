using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Reads the requests of the two XiTi markers, the one of 2012 (domain §4.1) and the SmartTag plan of 2021 (domain §4.2); which of them
/// wrote a hit is seen hit by hit. A parameter that is repeated counts by its first occurrence, and an empty value is as good as none.
/// </summary>
/// <remarks>
/// A request is a hit when its method is GET or POST, its path ends with <c>.xiti</c> and its query has a parameter; or, where the container
/// has no path, when the query has <c>s=</c>. The tag's local time <c>hl</c> is not read: it has no date and no zone. <c>ref</c> is
/// always last, so all that follows it belongs to it. Not thread safe: one for each worker.
/// </remarks>
public sealed class XitiRequestDecoder : RequestDecoder
{
    private readonly RecordSink _sink;
    private readonly long _clockToleranceMs;
    private readonly QueryParameters _parameters = new();
    private readonly ParameterSlots _slots = new(XitiParameter.Count);
    private readonly CustomParameters _customs;
    private readonly DecodeScratch _scratch = new();

    /// <summary>Whether nothing of the query needs decoding, as is mostly so.</summary>
    private bool _isPlain;

    /// <summary>Makes a decoder that hands its records to <paramref name="sink"/>.</summary>
    public XitiRequestDecoder(RecordSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        _sink = sink;
        _clockToleranceMs = sink.ClockToleranceMs;
        _customs = new CustomParameters(sink.CustomNames);
    }

    /// <inheritdoc/>
    public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line)
    {
        if (!HitRequests.HasHitMethod(request.Method)
            || !(request.Path.IsEmpty || request.Path.EndsWith(".xiti"u8))
            || !Read(request.Query)
            || (request.Path.IsEmpty && !_slots.Has(XitiParameter.Site)))
        {
            _sink.Reject(RejectReason.NotAHit, in position, line);
            return;
        }

        var flags = HitFlags.None;
        if (_slots.Has(XitiParameter.Split))
        {
            if (!SplitHitMark.TryParse(Text(request.Query, XitiParameter.Split), out var mark))
            {
                flags = HitFlags.SplitIncomplete;
            }
            else if (mark.Count > 1)
            {
                AcceptPart(in request, in position, mark);
                return;
            }
        }

        Accept(in request, in position, line, flags);
    }

    /// <summary>Decodes the query of a hit that was joined from its parts, as one whole hit: neither method, path nor <c>mh</c> are looked at.</summary>
    /// <param name="request">The joined query, with the time and the user agent that count.</param>
    /// <param name="position">Where the lowest part stands.</param>
    /// <param name="isComplete">False when parts are missing: the hit is flagged.</param>
    internal void DecodeJoined(scoped in LogRequest request, in RecordPosition position, bool isComplete)
    {
        Read(request.Query);
        Accept(in request, in position, request.Query, isComplete ? HitFlags.None : HitFlags.SplitIncomplete);
    }

    /// <summary>Finds the parameters; false when there is none with a name and an equals sign.</summary>
    private bool Read(ReadOnlySpan<byte> query)
    {
        // Twice, since a value may be decoded once for its field and once more as a custom dimension.
        _scratch.Begin(query.Length * 2);
        _slots.Clear();
        _customs.Clear();
        var found = false;
        foreach (ref readonly var parameter in _parameters.Split(query))
        {
            found |= parameter.HasEquals && parameter.NameLength > 0;
            var slot = XitiParameter.Find(query, parameter.NameStart, parameter.NameLength);
            if (slot == XitiParameter.Referrer)
            {
                var referrer = parameter.WithRestOf(query);
                _customs.Offer(query, in referrer);
                break;
            }

            if (slot != XitiParameter.Unknown)
            {
                _slots.Offer(slot, parameter.ValueStart, parameter.ValueLength);
            }

            _customs.Offer(query, in parameter);
        }

        _isPlain = !_parameters.HasEscapes;
        return found;
    }

    private void AcceptPart(scoped in LogRequest request, in RecordPosition position, SplitHitMark mark)
    {
        var part = new SplitHitPart
        {
            Site = Text(request.Query, XitiParameter.Site),
            Client = Text(request.Query, XitiParameter.Browser),
            Id = mark.Id,
            Index = mark.Index,
            Count = mark.Count,
            LineInstantMs = request.InstantMs,
            Query = request.Query,
            UserAgent = request.UserAgent,
            ClientHints = request.ClientHints,
            IsPrefetch = request.IsPrefetch,
            Position = position,
        };
        _sink.AcceptPart(in part);
    }

    private void Accept(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line, HitFlags flags)
    {
        var query = request.Query;
        var hit = new HitFields { Flags = flags };
        if (!TryReadInstant(request.InstantMs, query, ref hit, out var reason))
        {
            _sink.Reject(reason, in position, line);
            return;
        }

        ReadPerson(query, ref hit);
        ReadEstablishment(query, ref hit);
        ReadKindAndPage(query, ref hit);
        hit.Service = First(query, XitiParameter.Service, XitiParameter.X1);
        if (hit.Service.IsEmpty)
        {
            hit.Service = FirstChapter(hit.Page);
        }

        hit.Type = Text(query, XitiParameter.Type);
        hit.Tool = Text(query, XitiParameter.Tool);
        hit.Profile = First(query, XitiParameter.Profile, XitiParameter.Category);
        if (hit.Profile.IsEmpty)
        {
            hit.Profile = Text(query, XitiParameter.X2);
        }

        hit.Project = First(query, XitiParameter.Project, XitiParameter.X3);
        hit.Operator = Text(query, XitiParameter.Operator);
        hit.Platform = First(query, XitiParameter.Platform, XitiParameter.X4);
        hit.Collectivity = Text(query, XitiParameter.Site);
        hit.UserAgent = request.UserAgent;
        hit.ClientHints = request.ClientHints;
        if (request.IsPrefetch)
        {
            hit.Flags |= HitFlags.Prefetch;
        }

        if (Text(query, XitiParameter.SplitError).SequenceEqual("1"u8))
        {
            hit.Flags |= HitFlags.SplitIncomplete;
        }

        if (!_customs.IsEmpty)
        {
            hit.CustomRanges = _customs.Decode(query, _scratch);
            hit.CustomBytes = _scratch.Bytes;
        }

        _sink.Accept(in hit);
    }

    /// <summary>
    /// The tag's clock <c>ts</c> if it is no further from the line's time than the tolerance (inclusive), else the line's time, flagged: a clock
    /// that cannot be read is one that cannot be believed. Without a line time the tag's clock is all there is.
    /// </summary>
    private bool TryReadInstant(long lineMs, ReadOnlySpan<byte> query, ref HitFields hit, out RejectReason reason)
    {
        var text = Text(query, XitiParameter.Instant);
        var isReadable = HitRequests.TryInteger(text, out var ownMs);
        reason = text.IsEmpty ? RejectReason.MissingInstant : RejectReason.BadInstant;
        if (lineMs == LogRequest.NoInstant)
        {
            hit.InstantMs = ownMs;
            return isReadable;
        }

        if (isReadable)
        {
            hit.ClockOffset = ClockOffset.Of(ownMs, lineMs);
        }

        if (isReadable && HitRequests.AreNear(ownMs, lineMs, _clockToleranceMs))
        {
            hit.InstantMs = ownMs;
            return true;
        }

        hit.InstantMs = lineMs;
        if (!text.IsEmpty)
        {
            hit.Flags |= HitFlags.ClockIgnored;
        }

        return true;
    }

    /// <summary>
    /// In the plan of 2021 the person is <c>at</c> alone and <c>idclient</c> is the browser; in the marker of 2012 both are the person. An
    /// opt-out in either excludes the hit, and the mark itself is nobody's id.
    /// </summary>
    private void ReadPerson(ReadOnlySpan<byte> query, ref HitFields hit)
    {
        var person = Text(query, XitiParameter.Person);
        var browser = Text(query, XitiParameter.Browser);
        if (OptOutMark.IsOne(person))
        {
            hit.Flags |= HitFlags.OptOut;
            person = default;
        }

        if (OptOutMark.IsOne(browser))
        {
            hit.Flags |= HitFlags.OptOut;
            browser = default;
        }

        if (IsSmartTag(query))
        {
            hit.Visitor = person;
            hit.Client = browser;
        }
        else
        {
            hit.Visitor = person.IsEmpty ? browser : person;
        }
    }

    private bool IsSmartTag(ReadOnlySpan<byte> query) =>
        _slots.Has(XitiParameter.Instant)
        || _slots.Has(XitiParameter.Service)
        || _slots.Raw(query, XitiParameter.TagVersion).StartsWith((byte)'5');

    private void ReadEstablishment(ReadOnlySpan<byte> query, ref HitFields hit)
    {
        hit.Uai = Text(query, XitiParameter.Uai);
        if (hit.Uai.IsEmpty)
        {
            // In the marker of 2012 s2 is a number that the collectivity gave; only in the form of a UAI does it name an establishment.
            var number = Text(query, XitiParameter.Establishment);
            hit.Uai = EstablishmentForm.IsUai(number) ? number : default;
        }
    }

    private void ReadKindAndPage(ReadOnlySpan<byte> query, ref HitFields hit)
    {
        hit.Page = Text(query, XitiParameter.Page);
        var click = Text(query, XitiParameter.Click);
        if (click.IsEmpty)
        {
            return;
        }

        // N navigates, A acts, S leaves, T downloads; another letter is still a click and no page that was shown.
        hit.Kind = HitKind.Click;
        hit.Label = hit.Page;
        if (click.Length == 1 && (click[0] | 0x20) == 't')
        {
            hit.Flags |= HitFlags.Download;
        }
    }

    private static ReadOnlySpan<byte> FirstChapter(ReadOnlySpan<byte> page)
    {
        var end = page.IndexOf("::"u8);
        return end < 0 ? page : page[..end];
    }

    private ReadOnlySpan<byte> First(ReadOnlySpan<byte> query, int slot, int otherwise)
    {
        var text = Text(query, slot);
        return text.IsEmpty ? Text(query, otherwise) : text;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> query, int slot)
    {
        var raw = _slots.Raw(query, slot);
        return _isPlain ? raw : _scratch.Decode(raw);
    }
}
