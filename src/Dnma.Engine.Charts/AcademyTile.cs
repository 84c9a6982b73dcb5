namespace Dnma.Engine.Charts;

/// <summary>An académie on the tile map, or the authority of a collectivity overseas. A value, thread safe.</summary>
/// <param name="Code">Two digits.</param>
/// <param name="Name">As published.</param>
/// <param name="Column">Its place from the left, 0-based.</param>
/// <param name="Row">Its place from the top, 0-based; the territories overseas stand below.</param>
/// <param name="Value">Its figure.</param>
public readonly record struct AcademyTile(string Code, string Name, int Column, int Row, ChartValue Value);
