using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>
/// A line as it may be shown to anyone: its punctuation and the formats' own words stay; every other word becomes <c>a</c> and every number
/// <c>9</c>, so that no id, address, name or token is left.
/// </summary>
internal static class LineShape
{
    private const int MaxChars = 160;

    private static readonly FrozenSet<string> Words = new[]
    {
        "get", "post", "head", "http", "https", "php", "hit", "xiti", "matomo", "piwik", "s2", "ts", "vtag", "idclient", "idsite", "rec", "uid",
        "action_name", "fields", "version", "software", "date", "time", "cs", "uri", "stem", "query", "method", "agent", "user", "request",
        "request_uri", "requestpath", "headers", "args", "status", "level", "msg", "logger", "instant", "visitor", "client", "uai", "profile",
        "service", "type", "tool", "project", "operator", "platform", "collectivity", "kind", "page", "user_agent", "device", "os", "browser",
        "time_iso8601", "time_local", "timestamp", "http_user_agent", "requests", "idvisit", "idvisitor", "idaction", "idlink_va", "name",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<byte> WordBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);

    /// <summary>The shape of the first line of a text.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var rest = end < 0 ? text : text[..end];
        var shape = new StringBuilder();
        while (!rest.IsEmpty && shape.Length < MaxChars)
        {
            var length = 1;
            if (WordBytes.Contains(rest[0]))
            {
                length = rest.IndexOfAnyExcept(WordBytes);
                length = length < 0 ? rest.Length : length;
                var word = rest[..length];
                shape.Append(length <= 16 && Words.TryGetValue(Encoding.ASCII.GetString(word), out var known) ? known
                    : word.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? "a" : "9");
            }
            else if (rest[0] is > (byte)' ' and < 0x7F or (byte)' ')
            {
                shape.Append((char)rest[0]);
            }
            else
            {
                // A run of control characters, or of anything beyond ASCII.
                var isControl = rest[0] < (byte)' ';
                while (length < rest.Length && (isControl ? rest[length] < (byte)' ' : rest[length] >= 0x7F))
                {
                    length++;
                }

                shape.Append(isControl ? '?' : 'a');
            }

            rest = rest[length..];
        }

        return rest.IsEmpty ? shape.ToString() : shape.Append('…').ToString();
    }
}
