namespace Dnma.Engine.History.Reading;

/// <summary>Where a column of cells lies in the bytes of its block.</summary>
/// <param name="Offset">Of its first cell.</param>
/// <param name="Width">How many bytes a cell takes; 0 where all are the same.</param>
/// <param name="Unit">What a code is a multiple of: 1, or 1 000 for times in whole seconds.</param>
/// <param name="Constant">The code of all cells where they take no bytes.</param>
internal readonly record struct PackedColumn(int Offset, int Width, int Unit, long Constant);
