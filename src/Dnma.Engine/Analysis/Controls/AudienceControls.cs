namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Asks all controls that a table of indicators can answer (families 1, 7, 8, 11, 12, 13 and 14): pure, deterministic, on the caller's
/// thread. What needs hits is asked elsewhere.
/// </summary>
public static class AudienceControls
{
    /// <summary>Asks them.</summary>
    /// <param name="request">The table, and what is known besides.</param>
    /// <returns>What was found, in order, and which controls were asked.</returns>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.InvalidOption"/>: something declared has not the form of a UAI.</exception>
    public static FindingTable Run(ControlRequest request)
    {
        var findings = new List<Finding>();
        var asked = new List<Control>();
        var fed = FedSchools.Of(request.Measured.Table);
        Action[] families =
        [
            () => UaiControls.Run(request, fed, asked, findings),
            () => ShareControls.Run(request, asked, findings),
            () => TotalControls.Run(request, asked, findings),
            () => SchoolControls.Run(request, asked, findings),
            () => DeploymentControls.Run(request, fed, asked, findings),
            () => SeriesControls.Run(request, asked, findings),
        ];
        foreach (var family in families)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            family();
        }

        return FindingTable.Of(asked, findings);
    }
}
