namespace Dnma.Engine.Analysis.Controls;

/// <summary>How a column of figures came about, and so what may be said with it.</summary>
public enum FigureOrigin
{
    /// <summary>Counted: exact.</summary>
    Counted,

    /// <summary>Worked out of rounded figures: to be shown as an estimate, and to be part of no exact one.</summary>
    Estimated,

    /// <summary>Not known: zeros stand in its place, and mean nothing.</summary>
    Unknown,
}
