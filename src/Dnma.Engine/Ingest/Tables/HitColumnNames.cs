using System.Text;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>The names under which files carry the canonical columns. Pure and thread safe; a look-up allocates nothing.</summary>
internal static class HitColumnNames
{
    /// <summary>What a table of hits must have, as said to users.</summary>
    public const string Required = "instant and visitor";

    /// <summary>The column of a name, in any case and with blanks around it; <see cref="HitColumn.None"/> for a name that is not canonical.</summary>
    public static HitColumn Find(ReadOnlySpan<byte> name)
    {
        name = name.Trim(" \t"u8);
        if (name.IsEmpty)
        {
            return HitColumn.None;
        }

        // Length and first letter leave two candidates at most: JSON lines look up every name of every record.
        var first = (char)(name[0] | 0x20);
        return (name.Length, first) switch
        {
            (2, 'o') => If(name, "os"u8, HitColumn.Os),
            (3, 'u') => If(name, "uai"u8, HitColumn.Uai),
            (4, 't') => (name[1] | 0x20) == 'y' ? If(name, "type"u8, HitColumn.Type) : If(name, "tool"u8, HitColumn.Tool),
            (4, 'k') => If(name, "kind"u8, HitColumn.Kind),
            (4, 'p') => If(name, "page"u8, HitColumn.Page),
            (5, 'l') => If(name, "label"u8, HitColumn.Label),
            (6, 'c') => If(name, "client"u8, HitColumn.Client),
            (6, 'd') => If(name, "device"u8, HitColumn.Device),
            (7, 'i') => If(name, "instant"u8, HitColumn.Instant),
            (7, 'v') => If(name, "visitor"u8, HitColumn.Visitor),
            (7, 's') => If(name, "service"u8, HitColumn.Service),
            (7, 'b') => If(name, "browser"u8, HitColumn.Browser),
            (7, 'p') => (name[3] | 0x20) == 'f' ? If(name, "profile"u8, HitColumn.Profile) : If(name, "project"u8, HitColumn.Project),
            (8, 'o') => If(name, "operator"u8, HitColumn.Operator),
            (8, 'p') => If(name, "platform"u8, HitColumn.Platform),
            (10, 'u') => If(name, "user_agent"u8, HitColumn.UserAgent),
            (12, 'c') => If(name, "collectivity"u8, HitColumn.Collectivity),
            _ => HitColumn.None,
        };
    }

    private static HitColumn If(ReadOnlySpan<byte> name, ReadOnlySpan<byte> canonical, HitColumn column) =>
        Ascii.EqualsIgnoreCase(name, canonical) ? column : HitColumn.None;
}
