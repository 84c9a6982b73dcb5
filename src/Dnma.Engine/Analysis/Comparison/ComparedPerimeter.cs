namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Whose figures are compared. Both stand side by side, always.</summary>
public enum ComparedPerimeter : byte
{
    /// <summary>Everybody who was measured, in each period.</summary>
    Full,

    /// <summary>The establishments that were fed in both periods (<see cref="PerimeterRule"/>).</summary>
    Constant,
}
