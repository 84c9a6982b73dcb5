using Dnma.Engine.Contracts;

namespace Dnma.Engine.References;

/// <summary>Establishments by UAI, read from a file: whoever is to be measured, say. Immutable, thread safe.</summary>
public sealed class UaiList
{
    private UaiList(IReadOnlyList<string> uais, IReadOnlyList<SkippedRow> skipped)
    {
        Uais = uais;
        Skipped = skipped;
    }

    /// <summary>The UAI, each once, in order.</summary>
    public IReadOnlyList<string> Uais { get; }

    /// <summary>The rows that were not used, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the column <c>uai</c>, or
    /// <c>identifiant_de_l_etablissement</c>: an extract of the annuaire will do.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the column, or leaves a quote open.
    /// </exception>
    public static async Task<UaiList> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var column = reader.MandatoryColumn("uai", "identifiant_de_l_etablissement");
            var uais = new SortedSet<string>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (Uai.TryNormalize(reader.Field(column), out var uai, out _))
                {
                    _ = uais.Add(uai);
                }
                else
                {
                    reader.Skip("its uai has not the form of a UAI");
                }
            }

            _ = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new UaiList([.. uais], [.. reader.Skipped.OrderBy(static row => row.Line)]);
        }
    }
}
