namespace Dnma.Engine.Reports;

/// <summary>The key columns that the four published tables share (domain §5).</summary>
internal static class OpenDataKeys
{
    /// <summary>The names, in order.</summary>
    public static readonly string[] Names =
    [
        "debutSemaine",
        "UAI",
        "académie",
        "commune",
        "département",
        "région",
        "ministère",
        "circonscription",
        "nature_uai",
        "secteur",
    ];

    /// <summary>How many keys there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The label of a key from the third on.</summary>
    /// <param name="labels">The establishment's labels.</param>
    /// <param name="key">An index into <see cref="Names"/>, at least 2.</param>
    public static string Label(EstablishmentLabels labels, int key) => key switch
    {
        2 => labels.Academy,
        3 => labels.Commune,
        4 => labels.Department,
        5 => labels.Region,
        6 => labels.Ministry,
        7 => labels.Circonscription,
        8 => labels.Nature,
        9 => labels.Sector,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };
}
