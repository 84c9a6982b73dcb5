using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Peers;

/// <summary>Gives cells of codes, as peers have them, the names under which they are published.</summary>
internal sealed class CellNames(HitDictionaries dictionaries)
{
    /// <summary>A cell of one dimension; <paramref name="second"/> is the device where the dimension has two.</summary>
    public FigureRow Row(int week, int establishment, string dimension, int first, int second, long visits, long users, long durationMs) => new(
        week,
        dictionaries.Establishments.Text(establishment),
        dimension,
        dimension switch
        {
            "profile" => ((Profile)first).Code(),
            "device" => ((DeviceClass)first).Code(),
            "os" => ((OperatingSystemFamily)first).Code(),
            "browser" => ((BrowserFamily)first).Code(),
            "profile-device" => $"{((Profile)first).Code()}_{((DeviceClass)second).Code()}",
            "service" => first == 0 ? "inconnu" : dictionaries.Services.Text(first),
            _ => "total",
        },
        visits,
        users,
        durationMs);
}
