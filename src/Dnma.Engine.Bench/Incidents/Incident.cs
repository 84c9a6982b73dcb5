namespace Dnma.Engine.Bench.Incidents;

/// <summary>One planted incident.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Schools">The schools concerned, by number.</param>
/// <param name="Service">The service concerned, by number; −1 for none.</param>
/// <param name="First">The first week concerned.</param>
/// <param name="Last">The last week concerned.</param>
/// <param name="Effect">By which share the figure concerned changes.</param>
internal sealed record Incident(IncidentKind Kind, int[] Schools, int Service, int First, int Last, double Effect)
{
    /// <summary>The UAI that visits carry instead (<see cref="IncidentKind.UaiTypo"/>).</summary>
    public string OtherUai { get; init; } = "";
}
