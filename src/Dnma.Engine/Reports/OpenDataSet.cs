using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Reports;

/// <summary>The schema of one of the four published tables (domain §5): names, order and spelling are those of the publisher. Immutable, thread safe.</summary>
public sealed class OpenDataSet
{
    private static readonly string[] PublishedProfiles = ["eleve", "parent", "enseignant", "admin_vie_scol_tech"];

    private OpenDataSet(string code, string tableName, int leadingKeys, OpenDataMeasure[] measures)
    {
        Code = code;
        TableName = tableName;
        LeadingKeys = leadingKeys;
        Measures = measures;
        ColumnNames = NameColumns();
    }

    /// <summary>By profile: 25 columns.</summary>
    public static OpenDataSet Profiles { get; } = new("profils", "profils", OpenDataKeys.Count, MeasureProfiles());

    /// <summary>By service: 85 columns; eight of the ten keys come last.</summary>
    public static OpenDataSet Services { get; } = new("services", "services", 2, MeasureServices());

    /// <summary>By device, operating system and browser: 73 columns.</summary>
    public static OpenDataSet Devices { get; } = new("appareils", "appareils", OpenDataKeys.Count, MeasureDevices());

    /// <summary>By profile and device together: 58 columns.</summary>
    public static OpenDataSet ProfilesDevices { get; } =
        new("profils-appareils", "profils_appareils", OpenDataKeys.Count, MeasureProfilesDevices());

    /// <summary>The four sets.</summary>
    public static IReadOnlyList<OpenDataSet> All { get; } = [Profiles, Services, Devices, ProfilesDevices];

    /// <summary>The end of the publisher's name for the set, for example <c>profils-appareils</c>.</summary>
    public string Code { get; }

    /// <summary>The name of the file, for example <c>fr-en-dnma-par-uai-profils.csv</c>.</summary>
    public string FileName => $"fr-en-dnma-par-uai-{Code}.csv";

    /// <summary>The name of the table in SQL, for example <c>profils_appareils</c>.</summary>
    public string TableName { get; }

    /// <summary>The modalities, in column order.</summary>
    public IReadOnlyList<OpenDataMeasure> Measures { get; }

    /// <summary>Every column's name, in order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>How many of the keys precede the measures; the others follow them.</summary>
    internal int LeadingKeys { get; }

    private string[] NameColumns()
    {
        var names = new List<string>(OpenDataKeys.Names.Take(LeadingKeys));
        foreach (var measure in Measures)
        {
            names.AddRange([measure.Visits, measure.Users, measure.Duration]);
        }

        names.AddRange(OpenDataKeys.Names.Skip(LeadingKeys));
        return [.. names];
    }

    private static OpenDataMeasure[] MeasureProfiles() =>
    [
        OpenDataMeasure.Of(Dimension.Total, IndicatorCodes.Total, "globales"),
        .. PublishedProfiles.Select(profile => OpenDataMeasure.Of(Dimension.Profile, profile, profile)),
    ];

    private static OpenDataMeasure[] MeasureServices() =>
        [.. PublishedServices.Codes.Select(service => OpenDataMeasure.Of(Dimension.Service, service, service))];

    private static OpenDataMeasure[] MeasureDevices() =>
    [
        OpenDataMeasure.Of(Dimension.Device, "ordinateur", "ordinateur"),
        OpenDataMeasure.Of(Dimension.Device, "smartphone", "smartphone"),
        OpenDataMeasure.Of(Dimension.Device, "tablette", "tablette"),
        new(Dimension.Device, "autreappareil", "visites_autreappareil", "utilisateurs_autreAppareil", "duree_autreAppareil"),
        .. Measure(Dimension.Os, "android", "windows", "ios", "macos", "chromeos", "linux", "autreOS"),
        .. Measure(
            Dimension.Browser,
            "chromeMobile",
            "safari",
            "chrome",
            "firefox",
            "edge",
            "samsungBrowser",
            "opera",
            "huaweiBrowser",
            "miuiBrowser",
            "autreNavigateur"),
    ];

    private static OpenDataMeasure[] MeasureProfilesDevices()
    {
        (string Modality, string Suffix)[] devices =
            [("ordinateur", "ordinateur"), ("smartphone", "smartphone"), ("tablette", "tablette"), ("autreappareil", "autresappareil")];
        return
        [
            .. PublishedProfiles.SelectMany(
                _ => devices,
                (profile, device) =>
                    OpenDataMeasure.Of(Dimension.ProfileDevice, $"{profile}_{device.Modality}", $"{profile}_{device.Suffix}")),
        ];
    }

    // The modality of a published code is the code in lower case (design §6).
    private static IEnumerable<OpenDataMeasure> Measure(Dimension dimension, params string[] suffixes) =>
        suffixes.Select(suffix => OpenDataMeasure.Of(dimension, suffix.ToLowerInvariant(), suffix));
}
