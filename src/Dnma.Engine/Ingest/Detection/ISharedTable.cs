namespace Dnma.Engine.Ingest.Detection;

/// <summary>A table whose rows are dealt out to workers: any number of them may read, at once or one after the other, each into its own sink.</summary>
internal interface ISharedTable
{
    /// <summary>Said to the user, for example <c>"Parquet table of hits"</c>.</summary>
    string Description { get; }

    /// <summary>Hands rows to <paramref name="sink"/> until none are left; every row goes to one reader.</summary>
    /// <returns>How many rows this reader took.</returns>
    /// <exception cref="Contracts.EngineException">The table cannot be read, or lacks a required column.</exception>
    long Read(RecordSink sink, CancellationToken cancellationToken);
}
