using CsvHelper;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Reports;

/// <summary>The labels of establishments as a published table of profiles has them. Immutable, thread safe.</summary>
internal sealed class PublishedLabels : IEstablishmentLabels
{
    private readonly Dictionary<string, EstablishmentLabels> _byUai;

    private PublishedLabels(Dictionary<string, EstablishmentLabels> byUai) => _byUai = byUai;

    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: it is no such table.</exception>
    public static PublishedLabels Read(string path)
    {
        var byUai = new Dictionary<string, EstablishmentLabels>(StringComparer.Ordinal);
        try
        {
            using var stream = File.OpenRead(path);
            using var csv = CsvReader.Create(stream, CsvReaderOptions.Default with { Separator = ';', PoolStrings = true }, leaveOpen: true);
            csv.ReadHeader();
            while (csv.Read())
            {
                string Label(int key) => csv.GetString(key);
                _ = byUai.TryAdd(csv.GetString(1), new EstablishmentLabels(Label(2), Label(3), Label(4), Label(5), Label(6), Label(7), Label(8), Label(9)));
            }

            return new PublishedLabels(byUai);
        }
        catch (Exception error) when (error is CsvFormatException or ArgumentException)
        {
            throw new EngineException(ErrorId.InvalidReference, path, "it is no published table of profiles", "give the file as it was published", error);
        }
    }

    /// <inheritdoc />
    public EstablishmentLabels LabelsOf(string uai) => _byUai.GetValueOrDefault(uai, EstablishmentLabels.None);
}
