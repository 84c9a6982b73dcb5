namespace Dnma.Engine.Analysis.Controls;

/// <summary>How severities are spelled in files. Thread safe.</summary>
public static class ControlSeverityCodes
{
    private static readonly string[] Codes = ["notice", "warning", "alarm"];

    /// <summary>The spelling of a severity, for example <c>warning</c>.</summary>
    public static string Code(this ControlSeverity severity) => Codes[(int)severity];
}
