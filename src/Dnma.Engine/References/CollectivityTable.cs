using System.Collections.Frozen;
using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>
/// The collectivities there are: six digits in the tag (domain §4.1), whatever a platform calls them elsewhere. Controls find hits of others. Immutable,
/// thread safe.
/// </summary>
public sealed class CollectivityTable
{
    private CollectivityTable(FrozenSet<string> codes, IReadOnlyList<SkippedRow> skipped, string digest)
    {
        Codes = codes;
        Skipped = skipped;
        Digest = digest;
    }

    /// <summary>The table that knows none.</summary>
    public static CollectivityTable Empty { get; } = new(FrozenSet<string>.Empty, [], Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>Their codes, as hits spell them.</summary>
    public IReadOnlySet<string> Codes { get; }

    /// <summary>How many there are.</summary>
    public int Count => Codes.Count;

    /// <summary>The rows that were not used, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public string Digest { get; }

    /// <summary>Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the column <c>collectivity</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the column, or leaves a quote open.
    /// </exception>
    public static async Task<CollectivityTable> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var column = reader.MandatoryColumn("collectivity");
            var codes = new HashSet<string>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var code = reader.Field(column);
                if (code.Length == 0)
                {
                    reader.Skip("its collectivity is empty");
                }
                else if (!codes.Add(code))
                {
                    reader.Skip("an earlier row says the same");
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new CollectivityTable(codes.ToFrozenSet(StringComparer.Ordinal), [.. reader.Skipped.OrderBy(static row => row.Line)], digest);
        }
    }
}
