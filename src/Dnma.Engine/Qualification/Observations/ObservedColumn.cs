namespace Dnma.Engine.Qualification.Observations;

/// <summary>Which labels are observed one by one. Their numbers stand in files of partial results.</summary>
internal enum ObservedColumn : byte
{
    /// <summary>The collectivities that accepted hits name; the numbers of Matomo's sites are none.</summary>
    Collectivity,

    /// <summary>Services that no vocabulary knows, of hits that count.</summary>
    UnknownService,

    /// <summary>Types that no vocabulary knows, of hits that count.</summary>
    UnknownType,
}
