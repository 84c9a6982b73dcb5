using System.Globalization;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Words;

/// <summary>The words of charts, and figures and dates, in one language; blind to the machine's culture. Immutable.</summary>
internal sealed class ChartWords
{
    /// <summary>An académie's code and name: the words of both languages.</summary>
    public const string Code = "Code";
    public const string Academy = "Académie";

    /// <summary>U+202F, which keeps a figure and its unit on one line.</summary>
    private const string NarrowSpace = "\u202F";
    private const string Minus = "\u2212";

    private static readonly ChartWords French = new(LabelLanguage.French);
    private static readonly ChartWords English = new(LabelLanguage.English);
    private static readonly string[] FrenchMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
    private readonly LabelLanguage _language;
    private readonly NumberFormatInfo _numbers;

    private ChartWords(LabelLanguage language)
    {
        _language = language;
        _numbers = new NumberFormatInfo
        {
            NumberGroupSeparator = IsFrench ? NarrowSpace : ",",
            NumberGroupSizes = [3],
            NumberDecimalSeparator = IsFrench ? "," : ".",
            NegativeSign = Minus,
        };
    }

    public bool IsFrench => _language == LabelLanguage.French;

    public string Holidays => Say("Vacances", "Holidays");

    public string DayColumn => Say("Jour", "Day");

    public string Term => Say("Terme", "Term");

    public string NoData => Say("Aucune donnée", "No data");

    public string AllWithheld => Say("Tout est masqué", "All is withheld");

    public string Withheld => Say("masqué", "withheld");

    public string Figures => Say("Les chiffres", "The figures");

    public string Visits => Say("Visites", "Visits");

    public string Users => Say("Utilisateurs", "Users");

    public string SourceLine(string source) => Say($"Source\u00A0: {source}", $"Source: {source}");

    public static ChartWords Of(LabelLanguage language) => language == LabelLanguage.French ? French : English;

    /// <summary>How the keys go through a chart's figures.</summary>
    public string Keys => Say("Les flèches vont d’un chiffre à l’autre.", "Arrow keys go from figure to figure.");

    public string SeriesShown => Say("Séries montrées", "Series shown");

    /// <summary>A name and its figure.</summary>
    public string Pair(string name, string figure) => Say($"{name}\u00A0: {figure}", $"{name}: {figure}");

    public string Say(string french, string english) => IsFrench ? french : english;

    public string Say(Wording wording) => IsFrench ? wording.French : wording.English;

    public string Label(Dimension dimension, string code) => ModalityLabels.Of(dimension, code, _language);

    public string Indicator(ChartFigure figure) => figure == ChartFigure.Users ? Users : Visits;

    public string PeriodColumn(PeriodKind period) => period switch
    {
        PeriodKind.Day => DayColumn,
        PeriodKind.Week => Say("Semaine du", "Week from"),
        PeriodKind.Month => Say("Mois du", "Month from"),
        _ => Say("Année scolaire du", "School year from"),
    };

    public string ByPeriod(PeriodKind period) => period switch
    {
        PeriodKind.Day => Say("par jour", "by day"),
        PeriodKind.Week => Say("par semaine", "by week"),
        PeriodKind.Month => Say("par mois", "by month"),
        _ => Say("par année scolaire", "by school year"),
    };

    /// <summary>A period of a kind as a phrase; a whole range has no name of its own.</summary>
    public string Period(PeriodKind period, DateOnly start) => period switch
    {
        PeriodKind.Day => Date(start),
        PeriodKind.Week => Say($"semaine du {Date(start)}", $"week from {Date(start)}"),
        PeriodKind.Month => Say($"{FrenchMonths[start.Month - 1]} {start.Year}", $"{EnglishMonths[start.Month - 1]} {start.Year}"),
        PeriodKind.SchoolYear => Say($"année scolaire {start.Year}-{(start.Year + 1) % 100:00}", $"school year {start.Year}-{(start.Year + 1) % 100:00}"),
        _ => Say($"à partir du {Date(start)}", $"from {Date(start)}"),
    };

    /// <summary><c>1er sept. 2022</c>, <c>1 Sep 2022</c>.</summary>
    public string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{DayOfMonth(date)}\u00A0{Month(date)}\u00A0{date.Year}");

    /// <summary><c>5 sept.</c></summary>
    public string ShortDate(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{DayOfMonth(date)}\u00A0{Month(date)}");

    /// <summary><c>sept.</c></summary>
    public string Month(DateOnly date) => (IsFrench ? FrenchMonths : EnglishMonths)[date.Month - 1];

    public string Day(DayOfWeek day) => IsFrench ? FrenchDays[(int)day] : day.ToString();

    public string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour}{(IsFrench ? NarrowSpace : "")}h");

    public static string Zone(SchoolZone zone) => zone switch
    {
        SchoolZone.A or SchoolZone.B or SchoolZone.C => $"zone {zone}",
        SchoolZone.Reunion => "La Réunion",
        SchoolZone.SaintPierreEtMiquelon => "Saint-Pierre-et-Miquelon",
        SchoolZone.NouvelleCaledonie => "Nouvelle-Calédonie",
        SchoolZone.PolynesieFrancaise => "Polynésie française",
        SchoolZone.WallisEtFutuna => "Wallis-et-Futuna",
        _ => zone.ToString(),
    };

    public string Holiday(SchoolHolidayKind kind) => kind switch
    {
        SchoolHolidayKind.Toussaint => Say("Toussaint", "autumn"),
        SchoolHolidayKind.Noel => Say("Noël", "Christmas"),
        SchoolHolidayKind.Hiver => Say("hiver", "winter"),
        SchoolHolidayKind.Printemps => Say("printemps", "spring"),
        SchoolHolidayKind.Ascension => "Ascension",
        SchoolHolidayKind.Ete => Say("été", "summer"),
        SchoolHolidayKind.Periode => Say("entre deux périodes", "between periods"),
        _ => Say("pont", "bridge"),
    };

    /// <summary>What the territory of a chart is called.</summary>
    public string Place(ChartRequest request) => ModalityLabels.Shown(request.Place.Length > 0 ? request.Place : request.Level switch
    {
        _ when request.Code == IndicatorCodes.Unknown => Say("sans territoire connu", "of no known territory"),
        TerritoryLevel.National => "France",
        TerritoryLevel.Academy when Territories.FindAcademy(request.Code) is { } academy => Say($"académie de {academy.Name}", $"académie of {academy.Name}"),
        TerritoryLevel.Department when Territories.FindDepartment(request.Code) is { } department => department.Name,
        TerritoryLevel.Region when Territories.FindRegion(request.Code) is { } region => region.Name,
        _ => request.Code,
    });

    /// <summary>A whole number: <c>1 234 567</c>.</summary>
    public string Count(decimal value) => value.ToString("N0", _numbers);

    /// <summary>A figure of a chart; what there is not is a dash.</summary>
    public string Figure(ChartValue value, ChartUnit unit) => value.State switch
    {
        ChartValueState.Missing => "–",
        ChartValueState.Withheld => Withheld,
        ChartValueState.Partial => $"{Figure(value.Figure, unit)} ({Say("incomplète", "incomplete")})",
        _ => Figure(value.Figure, unit),
    };

    /// <summary>A figure in its unit; what is neither nothing nor all is never written as 0 % or 100 %.</summary>
    public string Figure(decimal figure, ChartUnit unit) => unit switch
    {
        ChartUnit.Percent when figure is > 0 and < 0.05m => $"<{NarrowSpace}{Percent(0.1m)}",
        ChartUnit.Percent when figure is > 99.95m and < 100 => $">{NarrowSpace}{Percent(99.9m)}",
        ChartUnit.Percent => Percent(figure),
        _ => Count(figure),
    };

    /// <summary>A change with its sign.</summary>
    public string Change(decimal figure) => figure > 0 ? $"+{Count(figure)}" : Count(figure);

    /// <summary>A number of an axis or a cell, as short as it goes: <c>12,5 k</c>, <c>3 M</c>.</summary>
    public string Short(decimal value)
    {
        var (divisor, unit) = Math.Abs(value) switch
        {
            >= 1_000_000_000 => (1_000_000_000m, Say("Md", "bn")),
            >= 1_000_000 => (1_000_000m, "M"),
            >= 10_000 => (1_000m, "k"),
            _ => (1m, ""),
        };
        var number = value / divisor;
        var text = number.ToString(divisor == 1 ? "#,0.##" : Math.Abs(number) >= 100 ? "#,0" : "#,0.#", _numbers);
        return unit.Length == 0 ? text : IsFrench ? text + NarrowSpace + unit : text + unit;
    }

    /// <summary>A tick of an axis.</summary>
    public string Tick(decimal value, ChartUnit unit) => unit == ChartUnit.Percent ? value.ToString("#,0.##", _numbers) + (IsFrench ? NarrowSpace : "") + "%" : Short(value);

    private string Percent(decimal figure) => Math.Round(figure, 1, MidpointRounding.AwayFromZero).ToString("N1", _numbers) + (IsFrench ? NarrowSpace : "") + "%";

    private string DayOfMonth(DateOnly date) => IsFrench && date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
}
