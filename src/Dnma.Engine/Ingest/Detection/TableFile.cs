using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>A file that is read as a whole, apart from the lines' way.</summary>
/// <param name="Ordinal">The input's ordinal, for <see cref="RecordPosition.File"/>.</param>
/// <param name="Name">The input's name, for errors.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Role">Its part in a set of tables, as <see cref="ITableSetReader.TryRecognise"/> named it; empty for a file by itself.</param>
/// <param name="IsParquet">Whether it is a Parquet file, rather than lines.</param>
internal sealed record TableFile(int Ordinal, string Name, string Path, string Role, bool IsParquet = false)
{
    /// <summary>Opens the content, decompressed; a content that breaks off simply ends there.</summary>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.UnreadableInput"/>.</exception>
    public async Task<Stream> OpenContentAsync(CancellationToken cancellationToken)
    {
        var raw = new FileInput(Name, Path).Open();
        try
        {
            return new ContentStream(raw, await ContentOpening.OpenAsync(raw, Name, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }
}
