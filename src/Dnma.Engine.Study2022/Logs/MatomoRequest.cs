using System.Globalization;
using Dnma.Engine.Study2022.Behaviour;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>
/// The request that a page of an école's ENT makes: Matomo's tracker (domain §4.4). The school is an internal structure, and the service a parameter of its
/// own, as the scheme's tagging has it. Pure.
/// </summary>
/// <param name="names">Who is who.</param>
internal sealed class MatomoRequest(PersonNames names)
{
    /// <summary>Path and query of the request of a page view.</summary>
    public string Of(in PageView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"/matomo.php?idsite=45&rec=1&uid={names.IdOf(view.Person)}&_id={names.BrowserOf(view)}&cdt={view.InstantMs / 1000}&url=https://ent.example/{view.Service}/page-{view.Page}&action_name={view.Service}&service={view.Service}&dimension1={TagWords.Of(view.Person.Behaviour.Profile).Matomo}&dimension2={view.Person.School.Structure}&dimension3=ecoles.ent.example");
}
