namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The closed list of marks. Thread safe.</summary>
public static class ComparisonMarks
{
    /// <summary>No week is there in both periods.</summary>
    public static ComparisonMark NothingComparable { get; } = new(
        "nothing-comparable",
        new("Aucune semaine de même rang n'est mesurée dans les deux périodes.", "No week of equal rank was measured in both periods."),
        new("Mesurer les deux périodes.", "Measure both periods."));

    /// <summary>Weeks of period A were not measured.</summary>
    public static ComparisonMark UnfinishedA { get; } = new(
        "unfinished-a",
        new("La période A n'est pas mesurée en entier : seules les semaines mesurées des deux côtés sont comparées.", "Period A is not measured whole: only weeks that both have measured are compared."),
        new("Ne pas comparer ce total à une période complète.", "Do not hold this total against a whole period."));

    /// <summary>Weeks of period B were not measured.</summary>
    public static ComparisonMark UnfinishedB { get; } = new(
        "unfinished-b",
        new("La période B n'est pas mesurée en entier : seules les semaines mesurées des deux côtés sont comparées.", "Period B is not measured whole: only weeks that both have measured are compared."),
        new("Ne pas comparer ce total à une période complète.", "Do not hold this total against a whole period."));

    /// <summary>Some weeks of period A have visits of less than half of the usual number of establishments.</summary>
    public static ComparisonMark PartlyFedA { get; } = new(
        "partly-fed-a",
        new("La période A a des semaines de classe où moins de la moitié du nombre médian d'établissements a des visites.", "Period A has school weeks in which less than half of the median number of establishments have visits."),
        new("Chercher ce qui manque ; lire le périmètre constant.", "Find out what is missing; read the constant perimeter."));

    /// <summary>The same in period B.</summary>
    public static ComparisonMark PartlyFedB { get; } = new(
        "partly-fed-b",
        new("La période B a des semaines de classe où moins de la moitié du nombre médian d'établissements a des visites.", "Period B has school weeks in which less than half of the median number of establishments have visits."),
        new("Chercher ce qui manque ; lire le périmètre constant.", "Find out what is missing; read the constant perimeter."));

    /// <summary>The perimeters of the periods differ.</summary>
    public static ComparisonMark PerimeterChanged { get; } = new(
        "perimeter-changed",
        new("Le périmètre a changé : une part notable des visites est celle d'établissements entrés, sortis ou alimentés en partie, ou n'est d'aucun.", "The perimeter changed: a notable part of the visits is of establishments that entered, left or were fed in part, or of none."),
        new("Lire le périmètre constant ; dire qui est entré et sorti.", "Read the constant perimeter; say who entered and left."));

    /// <summary>The constant perimeter is not most of the audience.</summary>
    public static ComparisonMark SmallPerimeter { get; } = new(
        "small-perimeter",
        new("Le périmètre constant fait moins de la moitié des visites d'une des périodes.", "The constant perimeter makes less than half of the visits of one of the periods."),
        new("Ne pas étendre son évolution à tous les établissements.", "Do not take its change for that of all establishments."));

    /// <summary>School days differ.</summary>
    public static ComparisonMark SchoolDaysDiffer { get; } = new(
        "school-days-differ",
        new("Les semaines comparées n'ont pas le même nombre de jours de classe.", "The compared weeks do not hold the same number of school days."),
        new("Lire les visites par jour de classe.", "Read the visits a school day."));

    /// <summary>The calendar does not tell the school days of everybody.</summary>
    public static ComparisonMark NoCalendar { get; } = new(
        "no-calendar",
        new("Le calendrier scolaire d'une partie des visites n'est pas connu : elles manquent aux visites par jour de classe.", "The school calendar of some visits is not known: they are missing from the visits a school day."),
        new("Les comparer en visites.", "Compare them by visits."));

    /// <summary>A year on year comparison of the weeks with school alone.</summary>
    public static ComparisonMark SchoolWeeksOnly { get; } = new(
        "school-weeks-only",
        new("Une des années n'est pas mesurée en entier : les semaines sans classe ne sont pas comparées.", "One of the years is not measured whole: weeks without school are not compared."),
        new("Attendre la fin de l'année pour comparer les totaux.", "Compare totals when the year is over."));

    /// <summary>The figure rests on an assumption.</summary>
    public static ComparisonMark Estimated { get; } = new(
        "estimated",
        new("Une estimation : les visites y sont supposées proportionnelles aux jours de classe.", "An estimate: it takes visits to be in proportion to school days."),
        new("Lire l'intervalle de confiance à 95 % ; sans lui, une seule semaine ne montre pas la dispersion.", "Read the 95 % confidence interval; without one, a single week shows no dispersion."));

    /// <summary>The users of a period of several weeks were not counted.</summary>
    public static ComparisonMark UsersNotCounted { get; } = new(
        "users-not-counted",
        new("Aucune ligne ne compte les utilisateurs distincts de ces jours ; ceux des semaines ne s'additionnent pas.", "No row counts the distinct users of these days; those of weeks do not add up."),
        new("Mesurer exactement ces jours et lire la ligne de la période all.", "Measure exactly these days, and read the row of period all."));

    /// <summary>Visits in rows without users.</summary>
    public static ComparisonMark VisitsWithoutUsers { get; } = new(
        "visits-without-users",
        new("Des lignes ont des visites et aucun utilisateur : leurs visites font un terme à part.", "Some rows have visits and no user: their visits are a term of their own."),
        new("Chercher pourquoi ; lire les contrôles de la famille 12.", "Find out why; read the controls of family 12."));

    /// <summary>Parts do not make the total.</summary>
    public static ComparisonMark PartsNotTotal { get; } = new(
        "parts-not-total",
        new("Les parties ne font pas le total : la différence est un terme à part.", "The parts do not make the total: the difference is a term of its own."),
        new("Ne tirer aucune part de ces parties.", "Draw no shares from these parts."));

    /// <summary>The territory left the measure.</summary>
    public static ComparisonMark TerritoryLeft { get; } = new(
        "territory-left",
        new("Le territoire a quitté la mesure : la moitié au moins de ses visites de la période A est d'établissements sortis.", "The territory left the measure: at least half of its visits of period A are of establishments that left."),
        new("Ne pas y lire une baisse d'usage.", "Do not read a fall of use in it."));

    /// <summary>The territory entered the measure.</summary>
    public static ComparisonMark TerritoryEntered { get; } = new(
        "territory-entered",
        new("Le territoire est entré dans la mesure : la moitié au moins de ses visites de la période B est d'établissements entrés.", "The territory entered the measure: at least half of its visits of period B are of establishments that entered."),
        new("Ne pas y lire une hausse d'usage.", "Do not read a rise of use in it."));

    /// <summary>All of them, in the order in which they stand beside figures.</summary>
    public static IReadOnlyList<ComparisonMark> All { get; } =
    [
        NothingComparable, UnfinishedA, UnfinishedB, PartlyFedA, PartlyFedB, PerimeterChanged, SmallPerimeter, TerritoryLeft, TerritoryEntered,
        SchoolDaysDiffer, NoCalendar, SchoolWeeksOnly, Estimated, UsersNotCounted, VisitsWithoutUsers, PartsNotTotal,
    ];
}
