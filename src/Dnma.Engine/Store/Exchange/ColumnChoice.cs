namespace Dnma.Engine.Store.Exchange;

/// <summary>Says which columns of a table from outside are read, or refuses the table.</summary>
/// <param name="names">The names that there are.</param>
/// <returns>Some of them.</returns>
internal delegate IReadOnlyList<string> ColumnChoice(IReadOnlyList<string> names);
