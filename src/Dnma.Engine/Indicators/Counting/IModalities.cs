namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What one code of a finest cell says in each of several dimensions: facts of a visit say its profile, its device, …; a usage says a service, a
/// type, a tool. Modalities of all these dimensions are numbered through. Not thread safe.
/// </summary>
internal interface IModalities
{
    /// <summary>How many dimensions there are, at most <see cref="FinestCells.MaxDimensions"/>.</summary>
    int Dimensions { get; }

    /// <summary>How many modalities are known so far.</summary>
    int Count { get; }

    /// <summary>The modality of a code in each dimension. Valid until the next call.</summary>
    ReadOnlySpan<int> Of(int code);

    /// <summary>The last two codes of the row that a modality has in each block (<see cref="RowCells.Row"/>).</summary>
    (int Dimension, int Value) RowOf(int modality);
}
