namespace Dnma.Engine.Reports.Dashboard;

/// <summary>What a <see cref="Cell"/> holds.</summary>
internal enum CellKind : byte
{
    /// <summary>A text alone.</summary>
    Label,

    /// <summary>A whole number and its text.</summary>
    Integer,

    /// <summary>A quotient of two whole numbers and its text.</summary>
    Quotient,
}
