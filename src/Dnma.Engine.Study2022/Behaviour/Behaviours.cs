using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// Every parameter of the behaviour. Where the study or the open data tell (domain §1, §2) they were followed, elsewhere they are plausible; those marked as
/// calibrated were found by measuring what they lead to, and correcting them by the quotient, until the measured figure was the published one
/// (docs/study2022.md).
/// </summary>
internal static class Behaviours
{
    /// <summary>September 2021.</summary>
    public static readonly StartBehaviour Start2021 = new()
    {
        Year = 2021,
        Back = [0.400, 0.820, 0.970],
        Eagerness = [0.50, 1],
    };

    /// <summary>September 2022. Calibrated: every number but the year, each on one published change.</summary>
    public static readonly StartBehaviour Start2022 = new()
    {
        Year = 2022,
        Activity = 1.032,
        Back = [0.4955, 0.860, 0.980],
        Eagerness = [0.826, 1.18, 1.211, 1.165, 1.13, 1.104],
        MobileOdds = 1.212,
        Pace = 0.8055,
    };

    /// <summary>
    /// Visits of somebody who is back, by week since the pupils' first day, in both years: much to set up in the weeks after the return, calm before the
    /// holidays; the last one holds for the rest of the year.
    /// </summary>
    public static readonly double[] Season = [1.00, 1.10, 1.25, 1.15, 1.07, 1.02, 1.00, 0.94, 1.00, 1.00, 1.04, 0.99, 0.97, 1.01, 1.00, 0.92, 0.85];

    /// <summary>Devices that announce nothing.</summary>
    public const double NoAgent = 0.03;

    /// <summary>Visits from connected objects, among those that announce something.</summary>
    public const double ConnectedObjects = 0.004;

    /// <summary>Tablets among visits from phones and tablets.</summary>
    public const double Tablets = 0.06;

    /// <summary>A page on a phone is looked at for less long.</summary>
    public const double MobilePace = 0.85;

    /// <summary>Visits that go by the ENT's own front page before a service.</summary>
    public const double FrontPage = 0.7;

    /// <summary>A day's visits beside a Monday's, from Sunday to Saturday.</summary>
    public static readonly double[] Weekdays = [0.55, 1, 1, 0.75, 1, 0.95, 0.35];

    /// <summary>A day of holidays beside a day of school; public holidays are as Sundays.</summary>
    public const double Holidays = 0.12;

    /// <summary>How often people come beside the mean of their profile, fifths of them.</summary>
    public static readonly double[] Zeal = [0.35, 0.65, 0.95, 1.25, 1.80];

    /// <summary>Seconds on a page, sixteenths of the visits.</summary>
    public static readonly double[] SecondsOnPage = [20, 36, 56, 78, 102, 130, 160, 194, 232, 274, 322, 378, 446, 532, 648, 820];

    /// <summary>Pages of a service in a visit, quarters.</summary>
    public static readonly int[] PagesOfService = [1, 1, 2, 4];

    /// <summary>The second degree: collèges and lycées. Levels are calibrated, each on the service's published share.</summary>
    public static readonly IReadOnlyList<ProfileBehaviour> SecondDegree = Of(
        [
            new("services_vie_scolaire", 0.200, 0.320, 0.120, 0.350) { Level = 0.978 },
            new("courrier_electronique", 0.110, 0.150, 0.270, 0.300) { Level = 0.997 },
            new("cahier_textes", 0.150, 0.090, 0.130, 0.010) { Level = 1.041 },
            new("production_collaborative", 0.032, 0.004, 0.075, 0.030) { Level = 0.986, Tool = "NEXTCLOUD" },
            new("stockage_partage", 0.012, 0.001, 0.026, 0.030) { Level = 0.973 },
            new("notes", 0.038, 0.066, 0.032, 0.010),
            new("absences", 0.012, 0.035, 0.030, 0.120),
            new("actualites", 0.027, 0.033, 0.021, 0.040),
            new("messagerie_instantanee", 0.018, 0.008, 0.016, 0.020),
            new("parcours_pedagogique", 0.018, 0.002, 0.028, 0.001) { Tool = "MOODLE" },
            new("manuel_numerique", 0.020, 0.004, 0.022, 0.001),
            new("documentation_cdi", 0.012, 0.002, 0.012, 0.010) { Tool = "PMB" },
        ],
        new() { Profile = Profile.Eleve, Accounts = 60, Active = 0.80, VisitsPerDay = 0.52, ReturnDelay = 1, Mobile = 0.44, Hours = [4, 18, 16, 14, 14, 22, 17, 8], Services = [] },
        new() { Profile = Profile.Parent, Accounts = 42, Active = 0.62, VisitsPerDay = 0.42, ReturnDelay = 1.15, Mobile = 0.60, Hours = [3, 12, 8, 12, 7, 15, 23, 20], Services = [] },
        new() { Profile = Profile.Enseignant, Accounts = 12, Active = 0.85, VisitsPerDay = 0.75, ReturnDelay = 0.5, Mobile = 0.18, Hours = [6, 19, 17, 15, 13, 13, 11, 6], Services = [] },
        new() { Profile = Profile.AdminVieScolTech, Accounts = 3, Active = 0.80, VisitsPerDay = 0.65, ReturnDelay = 0.5, Mobile = 0.07, Hours = [4, 28, 24, 18, 18, 7, 1, 0], Services = [] });

    /// <summary>The first degree: écoles. Parents are most of the audience there, and on phones (domain §2).</summary>
    public static readonly IReadOnlyList<ProfileBehaviour> FirstDegree = Of(
        [
            new("cahier_liaison", 0.020, 0.300, 0.180, 0.150),
            new("actualites", 0.180, 0.220, 0.150, 0.100),
            new("courrier_electronique", 0.010, 0.130, 0.240, 0.350),
            new("cahier_textes", 0.160, 0.150, 0.150, 0.020),
            new("stockage_partage", 0.030, 0.010, 0.090, 0.080),
            new("ressource_multimedia", 0.220, 0.030, 0.060, 0.001),
            new("production_collaborative", 0.050, 0.001, 0.040, 0.020),
            new("services_vie_scolaire", 0.001, 0.030, 0.020, 0.100),
        ],
        new() { Profile = Profile.Eleve, Accounts = 40, Active = 0.45, VisitsPerDay = 0.12, ReturnDelay = 1, Mobile = 0.34, Hours = [0, 12, 20, 14, 18, 24, 12, 0], Services = [] },
        new() { Profile = Profile.Parent, Accounts = 50, Active = 0.62, VisitsPerDay = 0.28, ReturnDelay = 1, Mobile = 0.88, Hours = [3, 16, 8, 12, 9, 18, 21, 13], Services = [] },
        new() { Profile = Profile.Enseignant, Accounts = 5, Active = 0.90, VisitsPerDay = 0.70, ReturnDelay = 0.5, Mobile = 0.16, Hours = [5, 14, 9, 20, 9, 24, 13, 6], Services = [] },
        new() { Profile = Profile.AdminVieScolTech, Accounts = 1, Active = 1, VisitsPerDay = 0.70, ReturnDelay = 0.5, Mobile = 0.10, Hours = [2, 26, 22, 20, 20, 10, 0, 0], Services = [] });

    private static ProfileBehaviour[] Of(IReadOnlyList<ServiceUse> services, params ReadOnlySpan<ProfileBehaviour> profiles)
    {
        var all = new ProfileBehaviour[profiles.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var profile = profiles[i];
            all[i] = profile with { Services = [.. services.Select(use => (use.Service, use.Tool, use.ChanceOf(profile.Profile)))] };
        }

        return all;
    }
}
