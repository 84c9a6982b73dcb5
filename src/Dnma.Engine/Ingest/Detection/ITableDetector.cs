namespace Dnma.Engine.Ingest.Detection;

/// <summary>Recognises a table, or another input by lines that is no log, from its first lines. Thread safe.</summary>
internal interface ITableDetector
{
    /// <summary>Looks at the start of an input.</summary>
    /// <param name="head">
    /// The first lines, about 64 KiB: whole lines with their line feeds, the first one not blank and without byte order mark; also the
    /// last line, without line feed, when <paramref name="holdsAll"/>.
    /// </param>
    /// <param name="holdsAll">True when there is nothing behind <paramref name="head"/>.</param>
    /// <param name="asked">What the caller says a record is.</param>
    /// <param name="name">The input's name, for errors.</param>
    /// <exception cref="Contracts.EngineException">The input is surely of this kind, but cannot be read (a required column is missing).</exception>
    TableVerdict TryDetect(ReadOnlySpan<byte> head, bool holdsAll, HitFormat asked, string name);
}
