using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>
/// The <em>annuaire de l'éducation</em>: France's school establishments by UAI, from the open-data file of that name (domain §6).
/// Immutable, thread safe.
/// </summary>
public sealed class Annuaire
{
    private const string OtherRow = "another row stands for its UAI";

    private readonly Dictionary<string, Establishment> _byUai;

    private Annuaire(Dictionary<string, Establishment> byUai, IReadOnlyList<SkippedRow> skipped, DateOnly? latestUpdate, string digest)
    {
        _byUai = byUai;
        Skipped = skipped;
        LatestUpdate = latestUpdate;
        Digest = digest;
        Establishments = [.. byUai.Values.OrderBy(static establishment => establishment.Uai, StringComparer.Ordinal)];
    }

    /// <summary>The annuaire that knows no establishment.</summary>
    public static Annuaire Empty { get; } = new([], [], null, Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>How many establishments it knows.</summary>
    public int Count => _byUai.Count;

    /// <summary>All of them, by UAI.</summary>
    public IReadOnlyList<Establishment> Establishments { get; }

    /// <summary>The rows that were not used, by line: those without a UAI, those damaged, and those of a UAI that another row stands for.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>The latest day on which one of its rows was brought up to date (<c>date_maj_ligne</c>): how old the file is; null when none tells.</summary>
    public DateOnly? LatestUpdate { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public string Digest { get; }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>. Only the column
    /// <c>identifiant_de_l_etablissement</c> is required, or <c>numero_uai</c>, as the data sets of addresses and of closed establishments
    /// (<c>fr-en-etablissements-fermes</c>) call it. Where several rows have one UAI, the first that is OUVERT stands for it, else the first.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the column, or leaves a quote open.
    /// </exception>
    public static async Task<Annuaire> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var columns = new AnnuaireColumns(reader);
            var byUai = new Dictionary<string, (Establishment Establishment, long Line)>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (columns.Read() is not { } establishment)
                {
                    reader.Skip("its identifier has not the form of a UAI");
                    continue;
                }

                if (!byUai.TryGetValue(establishment.Uai, out var known))
                {
                    byUai.Add(establishment.Uai, (establishment, reader.Line));
                }
                else if (establishment.IsOpen == true && known.Establishment.IsOpen != true)
                {
                    byUai[establishment.Uai] = (establishment, reader.Line);
                    reader.Skip(known.Line, OtherRow);
                }
                else
                {
                    reader.Skip(OtherRow);
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new Annuaire(
                byUai.ToDictionary(static entry => entry.Key, static entry => entry.Value.Establishment, StringComparer.Ordinal),
                [.. reader.Skipped.OrderBy(static row => row.Line)],
                columns.LatestUpdate,
                digest);
        }
    }

    /// <summary>The establishment of a UAI; null when the annuaire does not know it.</summary>
    /// <param name="uai">Seven digits and a capital.</param>
    public Establishment? Find(string uai) => _byUai.GetValueOrDefault(uai);

    /// <summary>The establishments that were open on a day (<see cref="Establishment.IsOpenOn"/>) and had not become part of another one, by UAI.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="mergers">Which became part of which; none when left out.</param>
    public IReadOnlyList<Establishment> OpenOn(DateOnly date, EstablishmentMergers? mergers = null) =>
        [.. Establishments.Where(establishment => establishment.IsOpenOn(date) && mergers?.SuccessorOf(establishment.Uai, date) is null)];

    /// <summary>How many establishments were open on a day in each territory of a kind, by code; territories without any are left out.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="kind">The kind of territory.</param>
    /// <param name="mergers">Which became part of which; none when left out.</param>
    public IReadOnlyList<ExpectedEstablishments> ExpectedOn(DateOnly date, TerritoryKind kind, EstablishmentMergers? mergers = null) =>
    [
        .. OpenOn(date, mergers)
            .GroupBy(establishment => establishment.CodeOf(kind), StringComparer.Ordinal)
            .OrderBy(static territory => territory.Key, StringComparer.Ordinal)
            .Select(static territory => new ExpectedEstablishments(
                territory.Key,
                territory.Count(),
                territory.Count(static establishment => establishment.SchoolLevel == SchoolLevel.First),
                territory.Count(static establishment => establishment.SchoolLevel == SchoolLevel.Second))),
    ];

    /// <summary>
    /// Adds the establishments of another file, such as the data set of the closed ones, which the annuaire leaves out. Where both know a UAI,
    /// the row of this one stands.
    /// </summary>
    /// <param name="other">The other file.</param>
    /// <returns>Both; the digest is SHA-256 of the two digests, one after the other.</returns>
    public Annuaire With(Annuaire other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var byUai = new Dictionary<string, Establishment>(other._byUai, StringComparer.Ordinal);
        foreach (var (uai, establishment) in _byUai)
        {
            byUai[uai] = establishment;
        }

        var latest = LatestUpdate is null || other.LatestUpdate > LatestUpdate ? other.LatestUpdate : LatestUpdate;
        return new Annuaire(byUai, [.. Skipped, .. other.Skipped], latest, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Digest + other.Digest))));
    }

    /// <summary>All that is known of a UAI: its row; what that does not tell of académie and département, its prefix does (design §6).</summary>
    /// <param name="uai">Seven digits and a capital.</param>
    public Establishment Describe(string uai)
    {
        var prefix = Establishment.FromPrefix(uai);
        if (Find(uai) is not { } row)
        {
            return prefix;
        }

        // A code and its name go together: never one from here and the other from there.
        row = row.AcademyCode.Length > 0 ? row : row with { AcademyCode = prefix.AcademyCode, AcademyName = prefix.AcademyName };
        return row.DepartmentCode.Length > 0 ? row : row with { DepartmentCode = prefix.DepartmentCode, DepartmentName = prefix.DepartmentName };
    }
}
