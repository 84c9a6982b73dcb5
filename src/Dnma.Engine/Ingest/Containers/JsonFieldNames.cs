namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// The names that nginx configurations, Caddy and Traefik give to what a hit needs. Where a line has several fields of one role, the one
/// of the lowest rank counts; of several with one name the first.
/// </summary>
internal static class JsonFieldNames
{
    /// <summary>The role of a top-level field.</summary>
    public static JsonRole RoleOf(ReadOnlySpan<byte> name, out int rank, out ReadOnlySpan<byte> header)
    {
        header = default;
        (var role, rank) = name switch
        {
            _ when name.SequenceEqual("StartUTC"u8) => (JsonRole.Time, 0),
            _ when name.SequenceEqual("StartLocal"u8) => (JsonRole.Time, 1),
            _ when name.SequenceEqual("msec"u8) => (JsonRole.Time, 2),
            _ when name.SequenceEqual("time_iso8601"u8) => (JsonRole.Time, 3),
            _ when name.SequenceEqual("ts"u8) => (JsonRole.Time, 4),
            _ when name.SequenceEqual("@timestamp"u8) => (JsonRole.Time, 5),
            _ when name.SequenceEqual("timestamp"u8) => (JsonRole.Time, 6),
            _ when name.SequenceEqual("time"u8) => (JsonRole.Time, 7),
            _ when name.SequenceEqual("time_local"u8) => (JsonRole.Time, 8),
            _ when name.SequenceEqual("request"u8) => (JsonRole.Request, 0),
            _ when name.SequenceEqual("request_uri"u8) => (JsonRole.Target, 0),
            _ when name.SequenceEqual("RequestPath"u8) => (JsonRole.Target, 1),
            _ when name.SequenceEqual("uri"u8) => (JsonRole.Target, 2),
            _ when name.SequenceEqual("url"u8) => (JsonRole.Target, 3),
            _ when name.SequenceEqual("path"u8) => (JsonRole.Target, 4),
            _ when name.SequenceEqual("args"u8) => (JsonRole.Query, 0),
            _ when name.SequenceEqual("query_string"u8) => (JsonRole.Query, 1),
            _ when name.SequenceEqual("query"u8) => (JsonRole.Query, 2),
            _ when name.SequenceEqual("request_method"u8) => (JsonRole.Method, 0),
            _ when name.SequenceEqual("RequestMethod"u8) => (JsonRole.Method, 1),
            _ when name.SequenceEqual("method"u8) => (JsonRole.Method, 2),
            _ when name.SequenceEqual("user_agent"u8) => (JsonRole.UserAgent, 1),
            _ when name.SequenceEqual("userAgent"u8) => (JsonRole.UserAgent, 2),
            _ when name.SequenceEqual("agent"u8) => (JsonRole.UserAgent, 3),
            _ => (JsonRole.Ignored, 0),
        };
        if (role == JsonRole.Ignored)
        {
            // nginx: http_user_agent; Traefik: request_User-Agent.
            header = name.StartsWith("http_"u8) ? name[5..] : name.StartsWith("request_"u8) ? name[8..] : default;
            role = RoleOfHeader(header);
        }

        return role;
    }

    /// <summary>The role of a request header.</summary>
    public static JsonRole RoleOfHeader(ReadOnlySpan<byte> header) =>
        HeaderName.Equal(header, "user-agent"u8) ? JsonRole.UserAgent
        : HeaderName.IsClientHint(header) ? JsonRole.ClientHint
        : PrefetchHeaders.IsName(header) ? JsonRole.Prefetch
        : JsonRole.Ignored;
}
