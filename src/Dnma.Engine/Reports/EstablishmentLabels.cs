namespace Dnma.Engine.Reports;

/// <summary>What the open data say of an establishment besides its figures (domain §5); an unknown label is empty. Immutable, thread safe.</summary>
/// <param name="Academy">The académie's name.</param>
/// <param name="Commune">The commune's name.</param>
/// <param name="Department">The département's name.</param>
/// <param name="Region">The région's name.</param>
/// <param name="Ministry">The ministry in charge.</param>
/// <param name="Circonscription">The inspection district of a 1D school.</param>
/// <param name="Nature">The kind of establishment.</param>
/// <param name="Sector"><c>PU</c> (public) or <c>PR</c> (private).</param>
public sealed record EstablishmentLabels(
    string Academy = "",
    string Commune = "",
    string Department = "",
    string Region = "",
    string Ministry = "",
    string Circonscription = "",
    string Nature = "",
    string Sector = "")
{
    /// <summary>Nothing is known.</summary>
    public static EstablishmentLabels None { get; } = new();
}
