namespace Dnma.Engine.Ingest.Detection;

/// <summary>What was read of a table that is no sequence of lines.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Description">Said to the user, for example <c>"Parquet of canonical hits"</c>.</param>
internal readonly record struct TableReading(long Rows, string Description);
