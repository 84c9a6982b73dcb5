namespace Dnma.Engine.Ingest.Detection;

/// <summary>Counts what the sampled requests of a log look like.</summary>
internal sealed class RequestTally : RequestDecoder
{
    /// <summary>Requests that were read.</summary>
    public int Requests { get; private set; }

    /// <summary>Those that look like hits to <c>hit.xiti</c>.</summary>
    public int Xiti { get; private set; }

    /// <summary>Those that look like hits to <c>matomo.php</c>.</summary>
    public int Matomo { get; private set; }

    /// <summary>Those with a user agent.</summary>
    public int UserAgents { get; private set; }

    /// <summary>Lines that the container refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Lines of the container that carry no request, or one that it cannot be a hit.</summary>
    public int NotHits { get; private set; }

    /// <summary>Lines that are records, in this container or not.</summary>
    public int Lines => Requests + Refused + NotHits;

    /// <summary>Whether at least half of the lines have the container's shape.</summary>
    public bool Fits => Lines > 0 && 2 * (Requests + NotHits) >= Lines;

    /// <summary>How many requests look like hits of a format; of either for <see cref="HitFormat.Auto"/>.</summary>
    public int HitsOf(HitFormat format) => format switch
    {
        HitFormat.Xiti => Xiti,
        HitFormat.Matomo => Matomo,
        _ => Xiti + Matomo,
    };

    /// <inheritdoc/>
    public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line)
    {
        Requests++;
        UserAgents += request.UserAgent.IsEmpty ? 0 : 1;
        switch (FormatOf(request.Path, request.Query))
        {
            case HitFormat.Xiti:
                Xiti++;
                break;
            case HitFormat.Matomo:
                Matomo++;
                break;
        }
    }

    /// <summary>Counts a line that the container refused.</summary>
    public void Refuse(RejectReason reason)
    {
        if (reason == RejectReason.NotAHit)
        {
            NotHits++;
        }
        else
        {
            Refused++;
        }
    }

    /// <summary>The format that a request looks like; <see cref="HitFormat.Auto"/> for none. A path says more than parameters do.</summary>
    public static HitFormat FormatOf(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query)
    {
        if (path.IndexOf("hit.xiti"u8) >= 0)
        {
            return HitFormat.Xiti;
        }

        if (path.IndexOf("matomo.php"u8) >= 0 || path.IndexOf("piwik.php"u8) >= 0 || (Has(query, "idsite="u8) && Has(query, "rec="u8)))
        {
            return HitFormat.Matomo;
        }

        return Has(query, "s="u8) && (Has(query, "p="u8) || Has(query, "s2="u8)) ? HitFormat.Xiti : HitFormat.Auto;
    }

    private static bool Has(ReadOnlySpan<byte> query, ReadOnlySpan<byte> parameter)
    {
        while (!query.StartsWith(parameter))
        {
            var ampersand = query.IndexOf((byte)'&');
            if (ampersand < 0)
            {
                return false;
            }

            query = query[(ampersand + 1)..];
        }

        return true;
    }
}
