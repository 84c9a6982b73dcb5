namespace Dnma.Engine.Indicators.Counting;

/// <summary>The figures of one row.</summary>
internal struct RowFigures
{
    public Measures Measures;
    public long Users;
}
