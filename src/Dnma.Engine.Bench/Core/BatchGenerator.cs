using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Bench.Core;

/// <summary>Generated hits as encoded batches, without a text between: what reading hands to the core, at the speed of the generator. Not thread safe.</summary>
internal sealed class BatchGenerator
{
    private readonly HitGenerator _generator;
    private readonly HitDictionaries _dictionaries;
    private readonly int[] _places;
    private readonly int[] _placesWithoutSchool;
    private readonly int[] _collectivities;
    private readonly int[] _labels;
    private readonly AgentClass[] _agents;
    private readonly int[] _usages;
    private readonly int _testSite;

    public BatchGenerator(GenerationOptions options, HitDictionaries dictionaries)
    {
        var world = new World(options);
        var texts = new HitTexts(world);
        _generator = new HitGenerator(options, world);
        _dictionaries = dictionaries;
        _places = new int[texts.Uai.Length];
        _placesWithoutSchool = new int[texts.Uai.Length];
        _collectivities = new int[texts.Uai.Length];
        for (var e = 0; e < _places.Length; e++)
        {
            var (project, platform) = (dictionaries.Projects.CodeOf(texts.Project[e]), dictionaries.Platforms.CodeOf(texts.Platform[e]));
            _places[e] = dictionaries.Places.CodeOf(new Place(dictionaries.Establishments.CodeOf(texts.Uai[e]), project, platform));
            _placesWithoutSchool[e] = dictionaries.Places.CodeOf(new Place(0, project, platform));
            _collectivities[e] = dictionaries.Collectivities.CodeOf(texts.Collectivity[e]);
        }

        _testSite = dictionaries.Collectivities.CodeOf(HitTexts.TestSite);
        _labels = [.. Vocabulary.PageLabels.Select(label => dictionaries.Labels.CodeOf(label))];
        _agents = [.. UserAgentCatalogue.Entries.Select(entry => DeviceRules.Default.Classify(entry.Bytes, default))];
        _usages = new int[(Vocabulary.Services.Length + 1) * Vocabulary.Types.Length * Vocabulary.Tools.Length];
        Array.Fill(_usages, -1);
    }

    /// <summary>Fills a batch; false when there are no more hits.</summary>
    public bool Fill(HitBatch batch)
    {
        batch.Count = 0;
        while (batch.Count < batch.Capacity && _generator.TryNext(out var hit))
        {
            Encode(hit, batch, batch.Count++);
        }

        return batch.Count > 0;
    }

    private void Encode(in GeneratedHit hit, HitBatch batch, int i)
    {
        var agent = hit.UserAgent < 0 ? default : _agents[hit.UserAgent];
        var isLabelled = hit.Kind is HitKind.Click or HitKind.Event && hit.Service >= 0;
        batch.InstantMs[i] = hit.StampedInstantMs;
        batch.Person[i] = hit.Person == 0 ? default : PseudonymOf(hit.Person);
        batch.Client[i] = hit.Has(HitNotes.OptOut) ? default : PseudonymOf(hit.Client);
        batch.Place[i] = (hit.Has(HitNotes.NoEstablishment) ? _placesWithoutSchool : _places)[hit.Establishment];
        batch.Usage[i] = UsageOf(hit);
        batch.Collectivity[i] = hit.Has(HitNotes.TestSite) ? _testSite : _collectivities[hit.Establishment];
        batch.Label[i] = isLabelled ? _labels[(hit.Service * Vocabulary.PagesPerService) + hit.Page] : 0;
        batch.Traits[i] = agent.Traits;
        batch.Profile[i] = hit.Profile;
        batch.Kind[i] = hit.Kind;
        batch.Flags[i] = agent.Flags | (hit.Has(HitNotes.OptOut) ? HitFlags.OptOut : 0) | (hit.Has(HitNotes.Download) ? HitFlags.Download : 0);
        batch.Content[i] = unchecked(SplitMix64.Mix(
            SplitMix64.Mix(hit.Client, (ulong)hit.Page, (ulong)hit.Establishment),
            ((ulong)(ushort)hit.Service << 32) | ((ulong)hit.Type << 16) | ((ulong)hit.Tool << 8) | (ulong)hit.Kind,
            (ulong)(ushort)hit.UserAgent));
    }

    private static Pseudonym PseudonymOf(ulong id) => new(SplitMix64.Mix(id), unchecked((uint)SplitMix64.Mix(~id)));

    private int UsageOf(in GeneratedHit hit)
    {
        var index = ((((hit.Service + 1) * Vocabulary.Types.Length) + hit.Type) * Vocabulary.Tools.Length) + hit.Tool;
        if (_usages[index] < 0)
        {
            var service = hit.Service < 0 ? 0 : _dictionaries.Services.CodeOf(Vocabulary.Ascii(Vocabulary.Services[hit.Service].Tag.ToLowerInvariant()));
            var type = _dictionaries.Types.CodeOf(Vocabulary.Ascii(System.Text.Encoding.UTF8.GetString(Vocabulary.Types[hit.Type]).ToLowerInvariant()));
            var tool = _dictionaries.Tools.CodeOf(Vocabulary.Ascii(System.Text.Encoding.UTF8.GetString(Vocabulary.Tools[hit.Tool]).ToLowerInvariant()));
            _usages[index] = _dictionaries.Usages.CodeOf(new Usage(service, type, tool));
        }

        return _usages[index];
    }
}
