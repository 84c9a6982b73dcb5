using Dnma.Engine.Hits;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Peers;

/// <summary>The order of hits of one visitor and instant (decision 0006) as one number, for peers that cannot compare texts by the dozen.</summary>
internal sealed class TieRanks(HitDictionaries dictionaries)
{
    private readonly ulong[] _establishments = RanksOf(dictionaries.Establishments);
    private readonly ulong[] _services = RanksOf(dictionaries.Services);
    private readonly ulong[] _types = RanksOf(dictionaries.Types);
    private readonly ulong[] _tools = RanksOf(dictionaries.Tools);
    private readonly ulong[] _projects = RanksOf(dictionaries.Projects);
    private readonly ulong[] _platforms = RanksOf(dictionaries.Platforms);
    private readonly ulong[] _profiles = RanksOf([.. Enum.GetValues<Profile>().Select(profile => profile == 0 ? "" : profile.Code())]);
    private readonly ulong[] _devices = RanksOf([.. Enum.GetValues<DeviceClass>().Select(device => device == 0 ? "" : device.Code())]);
    private readonly ulong[] _systems = RanksOf([.. Enum.GetValues<OperatingSystemFamily>().Select(os => os == 0 ? "" : os.Code())]);
    private readonly ulong[] _browsers = RanksOf([.. Enum.GetValues<BrowserFamily>().Select(browser => browser == 0 ? "" : browser.Code())]);

    // page, click, event, ping, by their names.
    private readonly ulong[] _kinds = [2, 0, 1, 3];

    public ulong Of(in PackedHit hit)
    {
        var place = dictionaries.Places[hit.Place];
        var usage = dictionaries.Usages[dictionaries.UsageOf(hit.Use)];
        var rank = _establishments[place.Establishment];
        rank = (rank << 3) | _profiles[(int)hit.Profile];
        rank = (rank << 6) | _services[usage.Service];
        rank = (rank << 3) | _types[usage.Type];
        rank = (rank << 4) | _tools[usage.Tool];
        rank = (rank << 7) | _projects[place.Project];
        rank = (rank << 3) | _platforms[place.Platform];
        rank = (rank << 2) | _kinds[(int)hit.Kind];
        rank = (rank << 3) | _devices[(int)hit.Traits.Device];
        rank = (rank << 3) | _systems[(int)hit.Traits.Os];
        return (rank << 4) | _browsers[(int)hit.Traits.Browser];
    }

    private static ulong[] RanksOf(LabelDictionary labels) => RanksOf([.. Enumerable.Range(0, labels.Count).Select(labels.Text)]);

    private static ulong[] RanksOf(string[] texts)
    {
        var sorted = texts.Order(StringComparer.Ordinal).ToArray();
        return [.. texts.Select(text => (ulong)Array.BinarySearch(sorted, text, StringComparer.Ordinal))];
    }
}
