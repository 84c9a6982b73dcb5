namespace Dnma.Engine.Visits;

/// <summary>How the ends of visits are spelled in files. Thread safe.</summary>
public static class VisitClosingCodes
{
    private static readonly string[] Codes = ["inactivity", "midnight", "action-limit", "last-hit"];

    /// <summary>The spelling, for example <c>action-limit</c>.</summary>
    public static string Code(this VisitClosing closing) => Codes[(int)closing];
}
