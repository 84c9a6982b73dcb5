namespace Dnma.Engine.Ingest.Containers;

/// <summary>What a container makes of a line.</summary>
internal enum LineOutcome
{
    /// <summary>A request was read.</summary>
    Request,

    /// <summary>The line is no record: a comment or a directive.</summary>
    NoRecord,

    /// <summary>The line is rejected.</summary>
    Rejected,
}
