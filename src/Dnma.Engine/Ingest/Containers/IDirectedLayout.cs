namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A layout that lines of the input itself can change half-way. The reader cuts blocks in front of such lines, so that a block's layout
/// holds for all of it, whoever decodes it.
/// </summary>
internal interface IDirectedLayout
{
    /// <summary>Where the first line that changes the layout starts; −1 if none does.</summary>
    int IndexOfDirective(ReadOnlySpan<byte> lines);

    /// <summary>The layout from a directive on; <paramref name="lines"/> starts with it.</summary>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.UndecidedFormat"/>: the columns that a hit needs are missing.</exception>
    RecordLayout After(ReadOnlySpan<byte> lines, string input, long line);
}
