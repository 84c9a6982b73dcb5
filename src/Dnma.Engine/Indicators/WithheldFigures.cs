using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators;

/// <summary>Figures that disclosure control withheld are not known: whoever adds one up would take it for zero.</summary>
internal static class WithheldFigures
{
    /// <summary>The error of adding one up.</summary>
    /// <param name="what">What was asked for.</param>
    public static EngineException Refusal(string what) => new(ErrorId.InvalidOption, what, "a row is withheld by disclosure control", "read the row of the whole instead");
}
