namespace Dnma.Engine.Indicators;

/// <summary>How kinds of event are spelled in files. Thread safe.</summary>
public static class EventKindCodes
{
    private static readonly string[] Codes = ["click", "download", "event"];

    /// <summary>The spelling of a kind, for example <c>download</c>.</summary>
    public static string Code(this EventKind kind) => Codes[(int)kind];
}
