namespace Dnma.Engine.Reports;

/// <summary>A column of a <see cref="TypedTable"/>. Immutable, thread safe.</summary>
/// <param name="Name">As in files, SQL, Arrow and Parquet.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsNullable">Whether a value may be missing: a figure withheld, a quotient without value, a date that nothing has.</param>
/// <param name="French">How people read it in French.</param>
/// <param name="English">How people read it in English.</param>
public sealed record TypedColumn(string Name, ColumnType Type, bool IsNullable, string French, string English);
