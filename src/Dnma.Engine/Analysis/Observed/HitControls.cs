using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// The automated controls that need hits and visitors, not only tables: how places are tagged, whose ids are sent, which clocks are wrong (docs/controls.md). Pure
/// and thread safe.
/// </summary>
public static class HitControls
{
    /// <summary>An establishment names a collectivity whose other establishments are elsewhere.</summary>
    public static Control CollectivityTerritory { get; } = new(
        "collectivity-territory",
        1,
        ControlSeverity.Warning,
        new("L'établissement déclare une collectivité dont presque tous les établissements sont dans un autre département ou une autre région.", "The establishment names a collectivity nearly all of whose establishments are in another département or region."),
        new("Vérifier le numéro de site (s) et l'UAI dans le marqueur de l'établissement.", "Check the site number (s) and the UAI in the establishment's tag."));

    /// <summary>Hits name a collectivity that is no number of six digits.</summary>
    public static Control CollectivityMalformed { get; } = new(
        "collectivity-malformed",
        2,
        ControlSeverity.Notice,
        new("La collectivité déclarée n'est pas un numéro de six chiffres.", "The collectivity that hits name is not a number of six digits."),
        new("Corriger le numéro de site (s) dans le marqueur.", "Correct the site number (s) in the tag."));

    /// <summary>Hits name a collectivity that the caller's list does not hold.</summary>
    public static Control CollectivityUnknown { get; } = new(
        "collectivity-unknown",
        2,
        ControlSeverity.Warning,
        new("La collectivité déclarée n'est pas dans la liste des collectivités connues.", "The collectivity that hits name is not in the list of known ones."),
        new("Corriger le numéro de site (s), ou compléter la liste.", "Correct the site number (s), or complete the list."));

    /// <summary>Hits of the test site, which are excluded.</summary>
    public static Control TestSite { get; } = new(
        "test-site",
        2,
        ControlSeverity.Notice,
        new("Des hits portent le numéro du site de test et sont exclus.", "Hits carry the number of the test site, and are excluded."),
        new("Si ce sont de vrais usages, remplacer le numéro de test dans le marqueur.", "If they are real use, replace the test number in the tag."));

    /// <summary>A service that no vocabulary knows.</summary>
    public static Control ServiceUnknown { get; } = new(
        "service-unknown",
        3,
        ControlSeverity.Notice,
        new("Un service n'est pas dans le vocabulaire : il est compté, mais n'entre dans aucune colonne publiée.", "A service is not in the vocabulary: it is counted, but is in no published column."),
        new("Corriger SERVICE dans le plan de marquage.", "Correct SERVICE in the tagging plan."));

    /// <summary>A type that is neither NATIF nor TIERS.</summary>
    public static Control TypeUnknown { get; } = new(
        "type-unknown",
        3,
        ControlSeverity.Warning,
        new("Le TYPE n'est ni NATIF ni TIERS.", "The TYPE is neither NATIF nor TIERS."),
        new("Corriger TYPE dans le plan de marquage.", "Correct TYPE in the tagging plan."));

    /// <summary>Profiles that no vocabulary knows.</summary>
    public static Control ProfileUnknown { get; } = new(
        "profile-unknown",
        3,
        ControlSeverity.Warning,
        new("Des profils ne sont pas dans le vocabulaire : leurs visites sont comptées comme inconnu.", "Profiles are not in the vocabulary: their visits are counted as inconnu."),
        new("Corriger PROFIL (ou ac) dans le marqueur.", "Correct PROFIL (or ac) in the tag."));

    /// <summary>TYPE is TIERS, and no tool is named.</summary>
    public static Control ThirdPartyWithoutTool { get; } = new(
        "third-party-without-tool",
        3,
        ControlSeverity.Notice,
        new("TYPE vaut TIERS, mais OUTIL est vide.", "TYPE is TIERS, but OUTIL is empty."),
        new("Renseigner OUTIL pour les services tiers.", "Fill in OUTIL for third-party services."));

    /// <summary>A tool is named, and TYPE is not TIERS.</summary>
    public static Control ToolWithoutThirdParty { get; } = new(
        "tool-without-third-party",
        3,
        ControlSeverity.Warning,
        new("OUTIL est renseigné, mais TYPE ne vaut pas TIERS.", "OUTIL is filled in, but TYPE is not TIERS."),
        new("Corriger TYPE, ou vider OUTIL.", "Correct TYPE, or empty OUTIL."));

    /// <summary>Hits without a person.</summary>
    public static Control AnonymousHits { get; } = new(
        "anonymous-hits",
        4,
        ControlSeverity.Warning,
        new("Une part élevée de hits est sans identifiant de personne, et exclue : l'audience est sous-estimée.", "A high share of hits has no person id, and is excluded: the audience is underestimated."),
        new("Vérifier que le marqueur envoie l'identifiant (at) sur les pages authentifiées, et n'est pas posé sur les pages publiques.", "Check that the tag sends the id (at) on authenticated pages, and is not on public ones."));

    /// <summary>Hits of users who opted out.</summary>
    public static Control OptOutHits { get; } = new(
        "opt-out-hits",
        4,
        ControlSeverity.Notice,
        new("Une part élevée de hits est refusée par les usagers, et exclue.", "A high share of hits is refused by users, and excluded."),
        new("Vérifier qu'aucun bandeau ne refuse à la place de l'usager.", "Check that no banner refuses in the user's place."));

    /// <summary>Person ids with two profiles.</summary>
    public static Control PersonTwoProfiles { get; } = new(
        "person-two-profiles",
        5,
        ControlSeverity.Warning,
        new("De nombreux identifiants portent deux profils ou plus : les parts par profil sont douteuses.", "Many ids carry two profiles or more: shares by profile are doubtful."),
        new("Vérifier que PROFIL est celui du compte connecté.", "Check that PROFIL is that of the account that is logged in."));

    /// <summary>Person ids in many establishments.</summary>
    public static Control PersonManyEstablishments { get; } = new(
        "person-many-establishments",
        5,
        ControlSeverity.Notice,
        new("Des identifiants sont vus dans dix établissements ou plus.", "Ids are seen in ten establishments or more."),
        new("Vérifier que ce sont des personnels itinérants, et non un identifiant constant.", "Check that they are staff who travel, and not a constant id."));

    /// <summary>Person ids that several persons must be using.</summary>
    public static Control PersonShared { get; } = new(
        "person-shared",
        5,
        ControlSeverity.Warning,
        new("Des identifiants servent à plusieurs personnes : utilisateurs et visites sont sous-estimés.", "Ids are used by several persons: users and visits are underestimated."),
        new("Vérifier que chaque compte a son identifiant (at), et qu'aucun n'est constant ou mis en cache.", "Check that each account has its own id (at), and that none is constant or cached."));

    /// <summary>Person ids of more hits than a person makes.</summary>
    public static Control PersonTooManyHits { get; } = new(
        "person-too-many-hits",
        5,
        ControlSeverity.Warning,
        new("Des identifiants ont plus de 250 000 hits : un automate, ou un identifiant partagé.", "Ids have more than 250 000 hits: a robot, or a shared id."),
        new("Rechercher l'automate ou le compte technique, et l'exclure du marquage.", "Find the robot or the technical account, and exclude it from tagging."));

    /// <summary>Visits of more hits than a person makes.</summary>
    public static Control VisitTooLong { get; } = new(
        "visit-too-long",
        5,
        ControlSeverity.Warning,
        new("Des visites ont plus de 10 000 hits : un automate, un rechargement continu, ou un identifiant partagé.", "Visits have more than 10 000 hits: a robot, a page that reloads itself, or a shared id."),
        new("Rechercher la page qui se recharge ou l'automate.", "Find the page that reloads itself, or the robot."));

    /// <summary>Pages that are counted twice.</summary>
    public static Control DoubleTagging { get; } = new(
        "double-tagging",
        6,
        ControlSeverity.Warning,
        new("Une part élevée de pages en suit une autre du même service en une seconde : un double marquage.", "A high share of pages follows another one of the same service within a second: double tagging."),
        new("Vérifier qu'un seul marqueur est posé, et n'est déclenché qu'une fois par page.", "Check that one tag is there, and fires once a page."));

    /// <summary>Hits that are there twice.</summary>
    public static Control DuplicateHits { get; } = new(
        "duplicate-hits",
        6,
        ControlSeverity.Notice,
        new("Une part élevée de hits est en double, et exclue.", "A high share of hits is there twice, and the second one excluded."),
        new("Vérifier que des fichiers ne se recouvrent pas, ou que le marqueur ne se déclenche pas deux fois.", "Check whether files overlap, or the tag fires twice."));

    /// <summary>Split hits of which parts are missing.</summary>
    public static Control SplitIncomplete { get; } = new(
        "split-incomplete",
        6,
        ControlSeverity.Warning,
        new("Des hits découpés sont incomplets ou tronqués : des champs manquent.", "Split hits are incomplete or cut: fields are missing."),
        new("Raccourcir les hits, et vérifier qu'aucune partie ne se perd.", "Shorten hits, and check that no part is lost."));

    /// <summary>Clocks that are not believed.</summary>
    public static Control ClockIgnored { get; } = new(
        "clock-ignored",
        9,
        ControlSeverity.Warning,
        new("L'horloge (ts) d'une part élevée de hits n'est pas crue : l'heure du serveur la remplace.", "The clock (ts) of a high share of hits is not believed: the server's stands in its place."),
        new("Vérifier que ts est en millisecondes UTC.", "Check that ts is in milliseconds UTC."));

    /// <summary>Clocks in the wrong zone.</summary>
    public static Control ClockZone { get; } = new(
        "clock-zone",
        9,
        ControlSeverity.Warning,
        new("L'horloge (ts) de la plupart des hits est décalée d'un nombre entier d'heures : une erreur de fuseau, qui déplace heures et jours.", "The clock (ts) of most hits is off by a whole number of hours: a time zone's error, which moves hours and days."),
        new("Vérifier que ts et l'heure des lignes sont en UTC ou portent leur fuseau.", "Check that ts and the lines' times are in UTC or carry their zone."));

    /// <summary>Clocks that differ otherwise.</summary>
    public static Control ClockApart { get; } = new(
        "clock-apart",
        9,
        ControlSeverity.Notice,
        new("L'horloge (ts) d'une part élevée de hits est à plus de dix minutes de celle du serveur.", "The clock (ts) of a high share of hits is more than ten minutes from the server's."),
        new("Vérifier l'horloge des postes et du collecteur, ou l'envoi différé.", "Check the clocks of computers and collector, or whether hits are sent late."));

    /// <summary>Instants that cannot be.</summary>
    public static Control ImplausibleInstants { get; } = new(
        "implausible-instants",
        9,
        ControlSeverity.Warning,
        new("Des hits sont datés d'avant 2005 ou d'après 2099, et exclus.", "Hits are dated before 2005 or after 2099, and excluded."),
        new("Vérifier l'unité et l'origine des dates.", "Check the unit and the origin of dates."));

    /// <summary>Hits of robots.</summary>
    public static Control RobotHits { get; } = new(
        "robot-hits",
        10,
        ControlSeverity.Notice,
        new("Une part élevée de hits vient de robots, et est exclue.", "A high share of hits is robots', and excluded."),
        new("Rechercher ce qui parcourt le site, et l'écarter s'il n'y est pas à sa place.", "Find what crawls the site, and keep it out if it should not."));

    /// <summary>Hits of availability monitors.</summary>
    public static Control MonitorHits { get; } = new(
        "monitor-hits",
        10,
        ControlSeverity.Notice,
        new("Une part élevée de hits vient de sondes de disponibilité, et est exclue.", "A high share of hits is availability monitors', and excluded."),
        new("Ne pas marquer la page que la sonde interroge.", "Do not tag the page that the monitor asks for."));

    /// <summary>Pages fetched ahead.</summary>
    public static Control PrefetchHits { get; } = new(
        "prefetch-hits",
        10,
        ControlSeverity.Notice,
        new("Une part élevée de hits vient de préchargements, et est exclue.", "A high share of hits is prefetches, and excluded."),
        new("Ne déclencher le marqueur qu'à l'affichage de la page.", "Fire the tag only when the page is shown."));

    /// <summary>All of them, by family.</summary>
    public static IReadOnlyList<Control> All { get; } = Array.AsReadOnly<Control>(
    [
        CollectivityTerritory, CollectivityMalformed, CollectivityUnknown, TestSite, ServiceUnknown, TypeUnknown, ProfileUnknown, ThirdPartyWithoutTool, ToolWithoutThirdParty,
        AnonymousHits, OptOutHits, PersonTwoProfiles, PersonManyEstablishments, PersonShared, PersonTooManyHits, VisitTooLong, DoubleTagging, DuplicateHits, SplitIncomplete,
        ClockIgnored, ClockZone, ClockApart, ImplausibleInstants, RobotHits, MonitorHits, PrefetchHits,
    ]);

    /// <summary>Asks all of these controls.</summary>
    /// <param name="observations">What was observed.</param>
    /// <param name="from">The first measured day; null when no hit qualified.</param>
    /// <param name="collectivities">The numbers of known collectivities; null where there is no list, and then only their form is judged.</param>
    /// <returns>What was found, in the order of <see cref="All"/>, then of level, code and subject.</returns>
    internal static IReadOnlyList<Finding> Check(HitObservations observations, DateOnly? from, IReadOnlySet<string>? collectivities = null)
    {
        var findings = new FindingList(from);
        var units = new ObservedUnits(observations);
        CollectivityChecks.Check(observations, findings);
        LabelChecks.Check(units, collectivities, findings);
        ShareChecks.Check(units, findings);
        ClockChecks.Check(units, findings);
        PersonChecks.Check(observations, units, findings);
        var ranks = All.Select((control, rank) => (control, rank)).ToDictionary(pair => pair.control, pair => pair.rank);
        return
        [
            .. findings.Findings.OrderBy(finding => ranks[finding.Control]).ThenBy(finding => finding.Level)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
    }
}
