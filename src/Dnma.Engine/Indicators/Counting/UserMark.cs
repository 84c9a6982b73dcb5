namespace Dnma.Engine.Indicators.Counting;

/// <summary>That a person had a visit, or used something: set aside until it can be counted beside all else that the person did.</summary>
internal struct UserMark
{
    /// <summary>Stands in <see cref="Dimension"/> for a visit, whose facts are then the value.</summary>
    public const int Visit = -1;

    /// <summary>Stands in <see cref="Dimension"/> for a usage, whose code is then the value.</summary>
    public const int Usage = -2;

    public uint Person;
    public int Day;
    public int Place;
    public int Dimension;
    public int Value;
}
