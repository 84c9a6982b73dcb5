namespace Dnma.Engine.Study2022.Results;

/// <summary>A place in a ranking of public sites.</summary>
/// <param name="Rank">The place; 1 has the most visits.</param>
/// <param name="Site">The site's name.</param>
/// <param name="Visits">Its visits of the month.</param>
/// <param name="IsEnt">Whether these are all ENT together, as they were measured, and not a site of the list.</param>
public sealed record RankedSite(int Rank, string Site, long Visits, bool IsEnt);
