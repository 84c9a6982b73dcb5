namespace Dnma.Engine.Ingest.Detection;

/// <summary>How an input is to be read.</summary>
/// <param name="Layout">Container, hit format and columns.</param>
/// <param name="HasHeader">True when the first line is a header, which no decoder is to see.</param>
internal readonly record struct Detected(RecordLayout Layout, bool HasHeader);
