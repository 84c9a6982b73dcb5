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

    /// <summary>What the texts of a hit came to.</summary>
    public EncodedPlace Encode(scoped in HitFields hit)
    {
        var texts = new TextTuple(hit.Uai, hit.Collectivity, hit.Project, hit.Operator, hit.Platform);
        if (!_known.TryGet(texts, out var place, out var slot))
        {
            place = EncodeEach(hit);
            _known.Remember(texts, place, slot);
        }

        return place;
    }

    private EncodedPlace EncodeEach(scoped in HitFields hit)
    {
        var establishment = _establishments.Encode(hit.Uai);
        var project = _projects.Encode(hit.Project);
        var platform = _platforms.Encode(hit.Platform);
        var collectivity = _collectivities.Encode(hit.Collectivity);
        var provider = _operators.Encode(hit.Operator);
        ReadOnlySpan<ulong> hashes = [establishment.Hash, project.Hash, provider.Hash, platform.Hash, collectivity.Hash];
        return new EncodedPlace(
            dictionaries.Places.CodeOf(new Place(
                establishment.Code,
                project.Code,
                platform.Code,
                dictionaries.KeepsOperators ? provider.Code : 0,
                dictionaries.KeepsCollectivities ? collectivity.Code : 0)),
            project.Code,
            collectivity.Code,
            XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hashes)),
            establishment.Flags);
    }
}
