using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Study2022.Results;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>The results as pictures, in French: PNG files, readable on grey paper and by those who see colours otherwise.</summary>
public static class StudyPictures
{
    /// <summary>Draws all results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Where to; made when missing, pictures of an earlier run are replaced.</param>
    /// <returns>The files, in the order of the study.</returns>
    /// <exception cref="IOException">The folder or the disk does not take them.</exception>
    public static IReadOnlyList<string> Draw(StudyResults results, string folder)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _ = Directory.CreateDirectory(folder);
        return
        [
            Save("changes.png", Changes(results).Save),
            Save("weeks.png", path => WeekPicture.Save(results, path)),
            Save("services.png", Services(results).Save),
            Save("week-services.png", WeekServices(results).Save),
            Save("degrees.png", Degrees(results).Save),
            Save("connected-objects.png", ConnectedObjects(results).Save),
            Save("ranking.png", Ranking(results).Save),
        ];

        string Save(string name, Action<string> draw)
        {
            var path = Path.Combine(folder, name);
            draw(path);
            return path;
        }
    }

    private static BarPicture Changes(StudyResults results)
    {
        return new BarPicture
        {
            Title = "De l’automne 2021 à l’automne 2022, second degré",
            LabelWidth = 260,
            Rows =
            [
                new("Septembre à décembre"),
                Row("Visites", results.Autumn.Visits),
                Row("Utilisateurs", results.Autumn.Users),
                Row("Temps par visite", results.Autumn.TimePerVisit),
                Row("Visites sur mobile", results.Autumn.MobileVisits),
                new("Première semaine"),
                Row("Visites", results.FirstWeek.Visits),
                Row("Utilisateurs", results.FirstWeek.Users!.Value),
                new("Pic de rentrée"),
                Row("Visites", results.PeakWeeks.Visits),
            ],
        };

        static BarRow Row(string label, Change change) => new(label, ((double)change.Percent, FrenchText.Signed(change), true));
    }

    private static BarPicture Services(StudyResults results) => new()
    {
        Title = "Parts des services dans les usages, septembre à décembre 2022, second degré",
        Rows = [.. results.NamedShares.Select(part => new BarRow(part.Code == StudyResults.OtherServices ? "Tous les autres" : Service(part.Code), ((double)part.Percent(4), FrenchText.Whole(part), true)))],
    };

    private static BarPicture WeekServices(StudyResults results) => new()
    {
        Title = $"Visites ayant utilisé chaque service, semaine du {FrenchFormat.Date(results.Week)}, second degré",
        Rows = [.. results.WeekServices.Select(part => new BarRow(Service(part.Code), ((double)part.Percent(4), FrenchText.Fine(part), true)))],
    };

    private static BarPicture Degrees(StudyResults results)
    {
        var (first, second) = (results.FirstDegree, results.SecondDegree);
        return new BarPicture
        {
            Title = $"{Territories.FindDepartment(results.Department)?.Name}, semaine du {FrenchFormat.Date(results.Week)} : premier et second degrés",
            Legend = ("premier degré (Matomo)", "second degré (SmartTag XiTi)"),
            LabelWidth = 340,
            Rows =
            [
                .. Rows("Profils, en part des visites", Dimension.Profile, first.Profiles, second.Profiles),
                .. Rows("Équipements connus, en part des visites", Dimension.Device, first.Devices, second.Devices),
                .. Rows("Services, en part des visites", Dimension.Service, first.Services, second.Services),
            ],
        };

        static IEnumerable<BarRow> Rows(string title, Dimension dimension, IReadOnlyList<Part> first, IReadOnlyList<Part> second) =>
            StudyResults.CodesOf(first, second).Select(code => new BarRow(ModalityLabels.Of(dimension, code, LabelLanguage.French), Bar(first, code, false), Bar(second, code, true))).Prepend(new BarRow(title));

        static (double, string, bool) Bar(IReadOnlyList<Part> parts, string code, bool isDark) =>
            parts.FirstOrDefault(part => part.Code == code) is { } found ? ((double)found.Percent(4), FrenchText.Fine(found), isDark) : (0, FrenchFormat.Nothing, isDark);
    }

    private static BarPicture ConnectedObjects(StudyResults results) => new()
    {
        Title = "Visites depuis des objets connectés, septembre à décembre, second degré",
        Legend = ("2021", "2022"),
        Rows = [.. results.ConnectedObjects.Select(one => new BarRow(
            ModalityLabels.Of(Dimension.ConnectedObject, one.Kind, LabelLanguage.French),
            (one.Visits2021, FrenchFormat.Count(one.Visits2021), false),
            (one.Visits2022, FrenchFormat.Count(one.Visits2022), true)))],
    };

    private static BarPicture Ranking(StudyResults results) => new()
    {
        Title = "Visites de septembre 2022 : l’ensemble des ENT parmi des sites publics (inventés)",
        Legend = ("site public", "ensemble des ENT"),
        Rows = [.. results.Ranking.Select(site => new BarRow($"{site.Rank}. {site.Site}", (site.Visits, FrenchFormat.Count(site.Visits), site.IsEnt)))],
    };

    private static string Service(string code) => ModalityLabels.Of(Dimension.Service, code, LabelLanguage.French);
}
