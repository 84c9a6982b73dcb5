namespace Dnma.Engine.Analysis.Controls;

/// <summary>What a finding asks of the reader of the figures.</summary>
public enum ControlSeverity
{
    /// <summary>Know it: figures stand.</summary>
    Notice,

    /// <summary>Look at it before figures are used: a part of them is probably not what it seems.</summary>
    Warning,

    /// <summary>Do not publish the figures concerned before it is explained.</summary>
    Alarm,
}
