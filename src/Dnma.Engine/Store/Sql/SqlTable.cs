namespace Dnma.Engine.Store.Sql;

/// <summary>A table to be copied column by column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many rows it has.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record SqlTable(string Name, int Count, IReadOnlyList<SqlColumn> Columns);
