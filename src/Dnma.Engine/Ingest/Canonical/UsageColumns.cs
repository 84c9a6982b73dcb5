using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Encodes what a hit used: service, type, tool, custom dimensions. One for each worker; not thread safe.</summary>
/// <param name="dictionaries">The run's dictionaries.</param>
/// <param name="hours">The custom dimension that instants tell; null where none was asked for.</param>
internal sealed class UsageColumns(HitDictionaries dictionaries, WeekHourColumn? hours = null)
{
    private readonly LabelColumn _services = new(dictionaries.Services, LabelRules.Service);
    private readonly LabelColumn _types = new(dictionaries.Types, LabelRules.Type);
    private readonly LabelColumn _tools = new(dictionaries.Tools, LabelRules.Lower);
    private readonly LabelColumn[] _custom = [.. dictionaries.Custom.Select(labels => new LabelColumn(labels, LabelRules.Lower))];
    private readonly TextTupleCache<EncodedUsage> _known = new(1 << 10, 80);
    private readonly TupleCache<Usage> _usages = new(dictionaries.Usages, 1 << 10);

    /// <summary>What the texts of a hit came to.</summary>
    public EncodedUsage Encode(scoped in HitFields hit)
    {
        var texts = new TextTuple(hit.Service, hit.Type, hit.Tool);
        if (!_known.TryGet(texts, out var usage, out var slot))
        {
            usage = EncodeEach(hit);
            _known.Remember(texts, usage, slot);
        }

        return _custom.Length == 0 ? usage : WithCustom(usage, hit);
    }

    private EncodedUsage EncodeEach(scoped in HitFields hit)
    {
        var service = _services.Encode(hit.Service);
        var type = _types.Encode(hit.Type);
        var tool = _tools.Encode(hit.Tool);
        ReadOnlySpan<ulong> hashes = [service.Hash, type.Hash, tool.Hash];
        var codes = new Usage(service.Code, type.Code, tool.Code);
        return new EncodedUsage(
            codes, _custom.Length == 0 ? dictionaries.Usages.CodeOf(codes) : 0, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hashes)), service.Flags);
    }

    private EncodedUsage WithCustom(EncodedUsage usage, scoped in HitFields hit)
    {
        var codes = usage.Usage with { Custom0 = Custom(hit, 0), Custom1 = Custom(hit, 1), Custom2 = Custom(hit, 2), Custom3 = Custom(hit, 3) };
        var hash = unchecked((uint)(codes.Service + (codes.Type * 31) + (codes.Tool * 1009)));
        return usage with { Usage = codes, Code = _usages.CodeOf(codes, hash) };
    }

    private int Custom(scoped in HitFields hit, int index) =>
        index == hours?.Index ? hours.CodeOf(hit.InstantMs, dictionaries.Custom[index])
        : index < _custom.Length && index < hit.CustomRanges.Length ? _custom[index].Encode(hit.CustomBytes[hit.CustomRanges[index]]).Code : 0;
}
