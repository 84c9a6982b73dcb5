namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// The definition of an indicator: what a figure means, and what may be done with it. What may not be done has no method: only an
/// <see cref="AdditiveIndicator"/> can be summed. Immutable, thread safe.
/// </summary>
public abstract class Indicator
{
    private protected Indicator()
    {
    }

    /// <summary>The name in files, for example <c>flash_visits</c>; a unit other than a count ends the name. Stable.</summary>
    public required string Code { get; init; }

    /// <summary>The name for French readers.</summary>
    public required string FrenchName { get; init; }

    /// <summary>The name for English readers.</summary>
    public required string EnglishName { get; init; }

    /// <summary>What is counted or divided, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>The unit of the figure: <c>visit</c>, <c>user</c>, <c>ms</c>, <c>page view/visit</c>, …; <c>1</c> for a share.</summary>
    public required string Unit { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What may be added up.</summary>
    public abstract Additivity Additivity { get; }

    /// <summary>How near the figures are to the definition: exact for every indicator of this catalogue.</summary>
    public Conformance Conformance { get; } = Conformance.Exact;

    /// <inheritdoc />
    public override string ToString() => Code;
}
