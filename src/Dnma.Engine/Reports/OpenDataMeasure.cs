using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports;

/// <summary>Three columns of a published table: those of one modality. Immutable, thread safe.</summary>
/// <param name="Dimension">The dimension of the indicators that they come from.</param>
/// <param name="Modality">Its modality.</param>
/// <param name="Visits">The name of the column of visits.</param>
/// <param name="Users">The name of the column of users.</param>
/// <param name="Duration">The name of the column of mean times.</param>
public sealed record OpenDataMeasure(Dimension Dimension, string Modality, string Visits, string Users, string Duration)
{
    /// <summary>Columns that end in the same suffix.</summary>
    internal static OpenDataMeasure Of(Dimension dimension, string modality, string suffix) =>
        new(dimension, modality, $"visites_{suffix}", $"utilisateurs_{suffix}", $"duree_{suffix}");

    /// <summary>
    /// Whether the mean time divides by all visits, as it does for a service: the time in it by the visits that used it (design §10).
    /// </summary>
    internal bool DividesByVisits => Dimension == Dimension.Service;
}
