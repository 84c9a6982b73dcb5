using Dnma.Engine.Bench.Generation;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>A made-up school of the incident world.</summary>
/// <param name="Uai">Its UAI, with the right letter.</param>
/// <param name="Academy">Its académie.</param>
/// <param name="Kind">What kind of school.</param>
/// <param name="Platform">Its platform, by number.</param>
/// <param name="Weekly">Visits of a usual week of school.</param>
/// <param name="Noise">How much its weeks vary (standard deviation of the logarithm).</param>
/// <param name="HitsPerVisit">Hits of a visit.</param>
/// <param name="PupilShare">The share of pupils in its visits.</param>
/// <param name="Joins">The week in which it joins the measure; 0 for the start.</param>
/// <param name="RampWeeks">Over how many weeks its use then grows; 0 for none.</param>
internal sealed record FedSchool(
    string Uai, Academy Academy, SchoolKind Kind, int Platform, double Weekly, double Noise, double HitsPerVisit, double PupilShare, int Joins, int RampWeeks)
{
    /// <summary>The share of visits that use each service of <see cref="WeeklyWorld.Services"/>.</summary>
    public required double[] Uses { get; init; }
}
