using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Encodes where a hit belongs: establishment, project, operator, platform, collectivity. One for each worker; not thread safe.</summary>
internal sealed class PlaceColumns(HitDictionaries dictionaries)
{
    private readonly LabelColumn _establishments = new(dictionaries.Establishments, LabelRules.Establishment, 1 << 12);
    private readonly LabelColumn _projects = new(dictionaries.Projects, LabelRules.Kept);
    private readonly LabelColumn _operators = new(dictionaries.Operators, LabelRules.Kept);
    private readonly LabelColumn _platforms = new(dictionaries.Platforms, LabelRules.Kept);
    private readonly LabelColumn _collectivities = new(dictionaries.Collectivities, LabelRules.Kept);
    private readonly TextTupleCache<EncodedPlace> _known = new(1 << 13, 80);
    private readonly CodeTupleCache<Place, EncodedPlace> _knownCodes = new(1 << 13);

    /// <summary>What the texts of a hit came to.</summary>
    public EncodedPlace Encode(scoped in HitFields hit)
    {
        var texts = new TextTuple(hit.Uai, hit.Collectivity, hit.Project, hit.Operator, hit.Platform);
        if (!_known.TryGet(texts, out var place, out var slot))
        {
            var establishment = _establishments.Encode(hit.Uai);
            var codes = new Place(
                establishment.Code,
                _projects.Encode(hit.Project).Code,
                _platforms.Encode(hit.Platform).Code,
                _operators.Encode(hit.Operator).Code,
                _collectivities.Encode(hit.Collectivity).Code);
            place = Of(codes) with { Flags = establishment.Flags };
            _known.Remember(texts, place, slot);
        }

        return place;
    }

    /// <summary>What the codes of a hit come to.</summary>
    public EncodedPlace Encode(scoped in CodedHit hit)
    {
        var establishment = EncodedLabel.OfWord(hit[CodedColumn.Uai]);
        var codes = new Place(
            establishment.Code,
            EncodedLabel.OfWord(hit[CodedColumn.Project]).Code,
            EncodedLabel.OfWord(hit[CodedColumn.Platform]).Code,
            EncodedLabel.OfWord(hit[CodedColumn.Operator]).Code,
            EncodedLabel.OfWord(hit[CodedColumn.Collectivity]).Code);
        var hash = unchecked((uint)((codes.Establishment * 0x9E3779B1) ^ (codes.Collectivity * 0x85EBCA77) ^ (codes.Project * 0xC2B2AE3D) ^ (codes.Platform * 0x27D4EB2F) ^ codes.Operator));
        ref var known = ref _knownCodes.At(codes, hash >> 12, out var isKnown);
        if (!isKnown)
        {
            known = Of(codes);
        }

        return known with { Flags = establishment.Flags };
    }

    /// <summary>The code of a text of one column; null for a column that says nothing of places.</summary>
    public ulong? CodeOf(CodedColumn column, ReadOnlySpan<byte> text) => column switch
    {
        CodedColumn.Uai => _establishments.Encode(text).Word,
        CodedColumn.Project => _projects.Encode(text).Word,
        CodedColumn.Operator => _operators.Encode(text).Word,
        CodedColumn.Platform => _platforms.Encode(text).Word,
        CodedColumn.Collectivity => _collectivities.Encode(text).Word,
        _ => null,
    };

    /// <param name="codes">Operator and collectivity among them, whether they are kept or not.</param>
    private EncodedPlace Of(Place codes)
    {
        ReadOnlySpan<ulong> hashes =
        [
            dictionaries.Establishments.HashOf(codes.Establishment),
            dictionaries.Projects.HashOf(codes.Project),
            dictionaries.Operators.HashOf(codes.Operator),
            dictionaries.Platforms.HashOf(codes.Platform),
            dictionaries.Collectivities.HashOf(codes.Collectivity),
        ];
        var kept = codes with
        {
            Operator = dictionaries.KeepsOperators ? codes.Operator : 0,
            Collectivity = dictionaries.KeepsCollectivities ? codes.Collectivity : 0,
        };
        return new EncodedPlace(
            dictionaries.Places.CodeOf(kept), codes.Project, codes.Collectivity, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hashes)), HitFlags.None);
    }
}
