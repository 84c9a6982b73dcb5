namespace Dnma.Engine.Analysis.Series;

/// <summary>How much one series varied in its own weeks, by the differences of weeks that are fed as usual: neither steps nor slow growth disturb them.</summary>
/// <param name="Near">Half the variance of the differences of neighbouring weeks.</param>
/// <param name="Far">Half the variance of the differences of weeks that are two apart.</param>
/// <param name="Chance">How much of either is chance.</param>
/// <param name="Degrees">What the estimate is worth, as that many independent squares; 0 where there are too few weeks.</param>
internal readonly record struct OwnNoise(double Near, double Far, double Chance, double Degrees);
