using Dnma.Engine.Hits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>
/// The total order before sessionizing (design §7): visitor, instant, content. Content is compared as text in the order uai, profile,
/// service, type, tool, project, platform, kind, device, os, browser, and operator and collectivity where places have them: never by codes, which depend on arrival. What is still equal then differs in
/// nothing that a visit's figures can show, and the content hash only brings duplicates together.
/// </summary>
internal readonly struct HitOrder(HitDictionaries dictionaries) : IRecordOrder<PackedHit>
{
    public static uint VisitorOf(in PackedHit record) => record.Visitor;

    public static bool IsBefore(in PackedHit x, in PackedHit y) => x.IsBefore(y);

    public int Compare(PackedHit x, PackedHit y)
    {
        if (x.Visitor != y.Visitor)
        {
            return x.Visitor < y.Visitor ? -1 : 1;
        }

        return x.IsAtInstantOf(y) ? CompareContent(x, y) : x.IsBefore(y) ? -1 : 1;
    }

    /// <summary>Whether two neighbours in this order are one hit: equal in every canonical field.</summary>
    public static bool AreSame(in PackedHit x, in PackedHit y) =>
        x.IsAtInstantOf(y) && x.Content == y.Content && x.Visitor == y.Visitor && x.Person == y.Person;

    private int CompareContent(in PackedHit x, in PackedHit y)
    {
        var order = 0;
        if (x.Place != y.Place || x.Use != y.Use || x.Facts != y.Facts)
        {
            var (a, b) = (dictionaries.Places[x.Place], dictionaries.Places[y.Place]);
            var (u, v) = (UsageOf(x), UsageOf(y));
            order = dictionaries.Establishments.Compare(a.Establishment, b.Establishment);
            order = order != 0 ? order : string.CompareOrdinal(ProfileText(x), ProfileText(y));
            order = order != 0 ? order : dictionaries.Services.Compare(u.Service, v.Service);
            order = order != 0 ? order : dictionaries.Types.Compare(u.Type, v.Type);
            order = order != 0 ? order : dictionaries.Tools.Compare(u.Tool, v.Tool);
            order = order != 0 ? order : dictionaries.Projects.Compare(a.Project, b.Project);
            order = order != 0 ? order : dictionaries.Platforms.Compare(a.Platform, b.Platform);
            order = order != 0 ? order : string.CompareOrdinal(KindText(x), KindText(y));
            order = order != 0 ? order : CompareTraits(x.Traits, y.Traits);
            order = order != 0 ? order : dictionaries.Operators.Compare(a.Operator, b.Operator);
            order = order != 0 ? order : dictionaries.Collectivities.Compare(a.Collectivity, b.Collectivity);
        }

        order = order != 0 ? order : x.Content.CompareTo(y.Content);
        return order != 0 ? order : CompareLeftovers(x, y);
    }

    /// <summary>Duplicates may still differ in what is no canonical field; the least of them is the one that counts.</summary>
    private int CompareLeftovers(in PackedHit x, in PackedHit y)
    {
        if (x.Use != y.Use)
        {
            var (u, v) = (UsageOf(x), UsageOf(y));
            for (var index = 0; index < dictionaries.Custom.Length; index++)
            {
                var order = dictionaries.Custom[index].Compare(u[index + 3], v[index + 3]);
                if (order != 0)
                {
                    return order;
                }
            }
        }

        var label = dictionaries.Labels.Compare(dictionaries.LabelOf(x.Use), dictionaries.LabelOf(y.Use));
        return label != 0 ? label : x.Facts.CompareTo(y.Facts);
    }

    private Usage UsageOf(in PackedHit hit) => dictionaries.Usages[dictionaries.UsageOf(hit.Use)];

    private static string ProfileText(in PackedHit hit) => hit.Profile == Profile.Inconnu ? "" : hit.Profile.Code();

    private static string KindText(in PackedHit hit) => hit.Kind switch
    {
        HitKind.Page => "page",
        HitKind.Click => "click",
        HitKind.Event => "event",
        _ => "ping",
    };

    private static int CompareTraits(DeviceTraits x, DeviceTraits y)
    {
        if (x == y)
        {
            return 0;
        }

        var order = string.CompareOrdinal(x.Device == 0 ? "" : x.Device.Code(), y.Device == 0 ? "" : y.Device.Code());
        order = order != 0 ? order : string.CompareOrdinal(x.Os == 0 ? "" : x.Os.Code(), y.Os == 0 ? "" : y.Os.Code());
        order = order != 0 ? order : string.CompareOrdinal(x.Browser == 0 ? "" : x.Browser.Code(), y.Browser == 0 ? "" : y.Browser.Code());
        return order != 0 ? order : string.CompareOrdinal(x.ConnectedObject == 0 ? "" : x.ConnectedObject.Code(), y.ConnectedObject == 0 ? "" : y.ConnectedObject.Code());
    }
}
