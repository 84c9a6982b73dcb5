using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>
/// Which establishment each of a platform's internal structures is: Matomo hits name the structure, not the UAI (domain §4.4).
/// Immutable, thread safe; looking up allocates nothing.
/// </summary>
public sealed class StructureTable
{
    /// <summary>The longest structure id, in bytes of UTF-8.</summary>
    public const int MaxIdBytes = 256;

    private readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> _uaiByStructure;

    private StructureTable(Dictionary<string, byte[]> uaiByStructure, IReadOnlyList<SkippedRow> skipped, string digest)
    {
        _uaiByStructure = uaiByStructure.GetAlternateLookup<ReadOnlySpan<char>>();
        Skipped = skipped;
        Digest = digest;
    }

    /// <summary>The table that knows no structure.</summary>
    public static StructureTable Empty { get; } = new(new(StringComparer.Ordinal), [], Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>How many structures it knows.</summary>
    public int Count => _uaiByStructure.Dictionary.Count;

    /// <summary>The rows that were not used, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public string Digest { get; }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the columns <c>structure</c> and
    /// <c>uai</c>. Structure ids are compared exactly, without the white space around them.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the columns, leaves a quote open, or gives one structure two different UAI.
    /// </exception>
    public static async Task<StructureTable> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var structureColumn = reader.MandatoryColumn("structure");
            var uaiColumn = reader.MandatoryColumn("uai");
            var uaiByStructure = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var structure = reader.Field(structureColumn);
                if (structure.Length == 0 || Encoding.UTF8.GetByteCount(structure) > MaxIdBytes)
                {
                    reader.Skip("its structure is empty or too long");
                }
                else if (!Uai.TryNormalize(reader.Field(uaiColumn), out var uai, out _))
                {
                    reader.Skip("its uai has not the form of a UAI");
                }
                else if (uaiByStructure.TryAdd(structure, Encoding.ASCII.GetBytes(uai)))
                {
                    continue;
                }
                else if (Encoding.ASCII.GetString(uaiByStructure[structure]) == uai)
                {
                    reader.Skip("an earlier row says the same");
                }
                else
                {
                    throw new EngineException(
                        ErrorId.InvalidReference,
                        path,
                        string.Create(CultureInfo.InvariantCulture, $"line {reader.Line} gives a structure of an earlier row another UAI, {uai}"),
                        "leave one row for each structure");
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new StructureTable(uaiByStructure, [.. reader.Skipped.OrderBy(static row => row.Line)], digest);
        }
    }

    /// <summary>Finds the establishment of a structure.</summary>
    /// <param name="structure">The structure's id as UTF-8; the white space around it does not matter.</param>
    /// <returns>The UAI as eight bytes; empty when the table does not know the structure.</returns>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> structure)
    {
        var trimmed = LabelText.Trim(structure);
        if (trimmed.Length > MaxIdBytes)
        {
            return [];
        }

        Span<char> text = stackalloc char[MaxIdBytes];
        return _uaiByStructure.TryGetValue(text[..Encoding.UTF8.GetChars(trimmed, text)], out var uai) ? uai : [];
    }
}
