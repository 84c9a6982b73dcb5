namespace Dnma.Engine.Ingest.Detection;

/// <summary>Reads tables that only make hits together, such as Matomo's raw tables: they are put aside until all inputs are known.</summary>
internal interface ITableSetReader
{
    /// <summary>The part that an input with these first lines has in a set (<c>"log_visit"</c>); null when it has none.</summary>
    string? TryRecognise(ReadOnlySpan<byte> head, string name);

    /// <summary>Hands every hit of the set to <paramref name="sink"/>; called once, by one worker, with the inputs in their order.</summary>
    /// <returns>What was read of each file, in the order given.</returns>
    /// <exception cref="Contracts.EngineException">A table of the set is missing or cannot be read.</exception>
    Task<IReadOnlyList<TableReading>> ReadAsync(IReadOnlyList<TableFile> files, RecordSink sink, CancellationToken cancellationToken);
}
