namespace Dnma.Engine.Visits;

/// <summary>Takes what the sessionizer finds, visitor by visitor. One for each worker; not thread safe.</summary>
internal interface IVisitSink
{
    /// <summary>Another visitor's hits begin.</summary>
    void BeginVisitor();

    /// <summary>A visit of the current visitor; the span is valid during the call only.</summary>
    void Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices);

    /// <summary>A click, download or event of the current visitor that is no duplicate, whether the norm counts it or not.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="day">Its local day.</param>
    void AcceptEvent(in PackedHit hit, int day);
}
