using System.Globalization;
using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>
/// Which establishments became part of which, and when: no open data tell it, so it is a file of one's own. It maps a figure of the past to the
/// establishment that goes on; no figure is changed by it. Immutable, thread safe.
/// </summary>
public sealed class EstablishmentMergers
{
    private readonly Dictionary<string, EstablishmentMerger> _byOld;

    private EstablishmentMergers(Dictionary<string, EstablishmentMerger> byOld, IReadOnlyList<SkippedRow> skipped, string digest)
    {
        _byOld = byOld;
        Skipped = skipped;
        Digest = digest;
        Mergers = [.. byOld.Values.OrderBy(static merger => merger.Old, StringComparer.Ordinal)];
    }

    /// <summary>No mergers.</summary>
    public static EstablishmentMergers None { get; } = new([], [], Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>All of them, by the UAI that ended.</summary>
    public IReadOnlyList<EstablishmentMerger> Mergers { get; }

    /// <summary>The rows that were not used, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal.</summary>
    public string Digest { get; }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the columns <c>old</c>, <c>new</c> (UAI) and
    /// <c>date</c> (<c>2023-09-01</c> or <c>01/09/2023</c>: the first day on which the old one is part of the new one).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the columns, leaves a quote open, merges one establishment twice, or comes back to where it began.
    /// </exception>
    public static async Task<EstablishmentMergers> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var (oldColumn, newColumn, dateColumn) = (reader.MandatoryColumn("old"), reader.MandatoryColumn("new"), reader.MandatoryColumn("date"));
            var byOld = new Dictionary<string, EstablishmentMerger>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!Uai.TryNormalize(reader.Field(oldColumn), out var old, out _) || !Uai.TryNormalize(reader.Field(newColumn), out var successor, out _) || old == successor)
                {
                    reader.Skip("it does not name two UAI");
                }
                else if (ReferenceText.Date(reader.Field(dateColumn)) is not { } date)
                {
                    reader.Skip("its date is none");
                }
                else if (byOld.TryAdd(old, new EstablishmentMerger(old, successor, date)))
                {
                    continue;
                }
                else if (byOld[old] == new EstablishmentMerger(old, successor, date))
                {
                    reader.Skip("an earlier row says the same");
                }
                else
                {
                    throw Invalid(path, $"line {Text(reader.Line)} merges {old} again", "leave one row for each old UAI");
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            ThrowOnCircle(path, byOld);
            return new EstablishmentMergers(byOld, [.. reader.Skipped.OrderBy(static row => row.Line)], digest);
        }
    }

    /// <summary>The establishment that a UAI is part of on a day, through as many mergers as came until then.</summary>
    /// <param name="uai">Seven digits and a capital.</param>
    /// <param name="date">The local day.</param>
    /// <returns>The UAI that goes on; null when it is still its own.</returns>
    public string? SuccessorOf(string uai, DateOnly date)
    {
        string? successor = null;
        while (_byOld.TryGetValue(successor ?? uai, out var merger) && merger.On <= date)
        {
            successor = merger.New;
        }

        return successor;
    }

    private static void ThrowOnCircle(string path, Dictionary<string, EstablishmentMerger> byOld)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in byOld.Keys)
        {
            var way = new HashSet<string>(StringComparer.Ordinal);
            for (var uai = start; byOld.TryGetValue(uai, out var merger) && !ends.Contains(uai); uai = merger.New)
            {
                if (!way.Add(uai))
                {
                    throw Invalid(path, $"the mergers of {uai} come back to it", "remove one of them");
                }
            }

            ends.UnionWith(way);
        }
    }

    private static EngineException Invalid(string path, string what, string remedy) => new(ErrorId.InvalidReference, path, what, remedy);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
