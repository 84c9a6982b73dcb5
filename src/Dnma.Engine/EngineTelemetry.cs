using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dnma.Engine;

/// <summary>
/// What the engine tells of its work to whoever listens: spans and metrics of System.Diagnostics, named as OpenTelemetry names things. Neither holds a file's
/// name, a label or an identifier; docs/embedding.md lists all of them. Thread safe.
/// </summary>
public static class EngineTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>: what a listener subscribes to.</summary>
    public const string Name = "Dnma.Engine";

    internal static ActivitySource Source { get; } = new(Name, CertificateAssembly.EngineVersion);

    internal static Meter Meter { get; } = new(Name, CertificateAssembly.EngineVersion);

    internal static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>("dnma.operation.active", "{operation}", "Operations under way.");

    internal static Histogram<double> OperationDuration { get; } = Meter.CreateHistogram<double>("dnma.operation.duration", "s", "How long operations took, also those that failed.");

    internal static Histogram<double> StageDuration { get; } = Meter.CreateHistogram<double>("dnma.stage.duration", "s", "How long the stages of operations took.");

    internal static Counter<long> Records { get; } = Meter.CreateCounter<long>("dnma.records", "{record}", "Records read, by what became of them.");

    internal static Counter<long> Visits { get; } = Meter.CreateCounter<long>("dnma.visits", "{visit}", "Visits counted.");

    internal static Counter<long> InputSize { get; } = Meter.CreateCounter<long>("dnma.input.size", "By", "Bytes of inputs read, as stored.");

    internal static Counter<long> SpilledSize { get; } = Meter.CreateCounter<long>("dnma.spilled.size", "By", "Bytes of hits that did not fit into memory.");

    internal static Counter<long> PublishedSize { get; } = Meter.CreateCounter<long>("dnma.published.size", "By", "Bytes of files published.");
}
