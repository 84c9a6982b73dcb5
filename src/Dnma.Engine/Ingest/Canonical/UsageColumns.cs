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
    private readonly TextTupleCache<LabelledUsage> _known = new(1 << 10, 80);
    private readonly CodeTupleCache<Usage, EncodedUsage> _knownCodes = new(1 << 10);

    /// <summary>What the texts of a hit came to.</summary>
    public EncodedUsage Encode(scoped in HitFields hit)
    {
        var texts = new TextTuple(hit.Service, hit.Type, hit.Tool);
        if (!_known.TryGet(texts, out var usage, out var slot))
        {
            var service = _services.Encode(hit.Service);
            usage = new LabelledUsage(new Usage(service.Code, _types.Encode(hit.Type).Code, _tools.Encode(hit.Tool).Code), service.Flags);
            _known.Remember(texts, usage, slot);
        }

        return _custom.Length == 0 ? Of(usage.Codes, usage.Flags) : Of(WithCustom(usage.Codes, hit), usage.Flags);
    }

    /// <summary>What the codes of a hit come to.</summary>
    public EncodedUsage Encode(scoped in CodedHit hit)
    {
        var service = EncodedLabel.OfWord(hit[CodedColumn.Service]);
        var codes = new Usage(service.Code, EncodedLabel.OfWord(hit[CodedColumn.Type]).Code, EncodedLabel.OfWord(hit[CodedColumn.Tool]).Code);
        return Of(
            _custom.Length == 0 ? codes : codes with { Custom0 = Custom(hit, 0), Custom1 = Custom(hit, 1), Custom2 = Custom(hit, 2), Custom3 = Custom(hit, 3) },
            service.Flags);
    }

    /// <summary>The code of a text of one column; null for a column that says nothing of usages.</summary>
    public ulong? CodeOf(CodedColumn column, ReadOnlySpan<byte> text) => column switch
    {
        CodedColumn.Service => _services.Encode(text).Word,
        CodedColumn.Type => _types.Encode(text).Word,
        CodedColumn.Tool => _tools.Encode(text).Word,
        >= CodedColumn.Custom0 => _custom[column - CodedColumn.Custom0].Encode(text).Word,
        _ => null,
    };

    private EncodedUsage Of(in Usage codes, HitFlags flags)
    {
        var hash = unchecked((uint)(codes.Service + (codes.Type * 31) + (codes.Tool * 1009) + (codes.Custom0 * 7919) + (codes.Custom1 * 17389)));
        ref var known = ref _knownCodes.At(codes, hash, out var isKnown);
        if (!isKnown)
        {
            ReadOnlySpan<ulong> hashes = [dictionaries.Services.HashOf(codes.Service), dictionaries.Types.HashOf(codes.Type), dictionaries.Tools.HashOf(codes.Tool)];
            known = new EncodedUsage(dictionaries.Usages.CodeOf(codes), XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hashes)), HitFlags.None);
        }

        return known with { Flags = flags };
    }

    private Usage WithCustom(in Usage codes, scoped in HitFields hit) =>
        codes with { Custom0 = Custom(hit, 0), Custom1 = Custom(hit, 1), Custom2 = Custom(hit, 2), Custom3 = Custom(hit, 3) };

    private int Custom(scoped in HitFields hit, int index) =>
        index == hours?.Index ? hours.CodeOf(hit.InstantMs, dictionaries.Custom[index])
        : index < _custom.Length && index < hit.CustomRanges.Length ? _custom[index].Encode(hit.CustomBytes[hit.CustomRanges[index]]).Code : 0;

    private int Custom(scoped in CodedHit hit, int index) =>
        index == hours?.Index ? hours.CodeOf(hit.InstantMs, dictionaries.Custom[index]) : EncodedLabel.OfWord(hit[(CodedColumn)((int)CodedColumn.Custom0 + index)]).Code;

    private readonly record struct LabelledUsage(Usage Codes, HitFlags Flags);
}
