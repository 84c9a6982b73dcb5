namespace Dnma.Engine.Store.Exchange;

/// <summary>Some rows of a table from outside. Not thread safe; valid until the next rows of the same source are asked for.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Columns">All columns, in their order.</param>
internal sealed record ForeignTable(int Count, IReadOnlyList<ForeignColumn> Columns);
