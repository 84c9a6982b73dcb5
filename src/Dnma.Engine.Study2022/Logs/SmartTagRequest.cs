using System.Globalization;
using Dnma.Engine.Study2022.Behaviour;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>The request that a page of a secondary school's ENT makes: the SmartTag plan of 2021 (domain §4.2). Pure.</summary>
/// <param name="names">Who is who.</param>
internal sealed class SmartTagRequest(PersonNames names)
{
    /// <summary>Path and query of the request of a page view.</summary>
    public string Of(in PageView view)
    {
        var (school, words) = (view.Person.School, TagWords.Of(view.Person.Behaviour.Profile));
        var service = view.Service.ToUpperInvariant();
        var (click, type) = view.Tool.Length > 0 ? ("&click=S", "TIERS") : ("", "NATIF");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/hit.xiti?s=4{school.Department.Code}802&ts={view.InstantMs}&vtag=5.29.4&lng=fr&idclient={names.BrowserOf(view)}&p={service}::page-{view.Page}&s2={school.Uai}{click}&at={names.IdOf(view.Person)}&ac={words.Number}&service={service}&type={type}&outil={view.Tool}&uai={school.Uai}&projet=ENT-{school.Department.Code}&exploitant=EXPLOITANT&plateforme=PLATEFORME&profil={words.SmartTag}");
    }
}
