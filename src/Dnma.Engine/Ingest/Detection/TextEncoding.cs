using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>Byte order marks at the start of a content.</summary>
internal static class TextEncoding
{
    /// <summary>How many bytes to look at.</summary>
    public const int MaxMarkBytes = 4;

    /// <summary>The length of the UTF-8 mark, 0 where there is none.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: the content is UTF-16 or UTF-32.</exception>
    public static int MarkLength(ReadOnlySpan<byte> head, string name)
    {
        var other = head switch
        {
            [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] => "UTF-32",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
            _ => null,
        };
        if (other is not null)
        {
            throw new EngineException(ErrorId.UndecidedFormat, name, $"is {other} text", "convert it to UTF-8");
        }

        return head is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
    }
}
