using System.Globalization;
using System.Text;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>How well the controls found planted incidents (docs/controls.md says when one is caught, and what a false alarm is).</summary>
internal sealed class IncidentScore
{
    /// <summary>The families that series and UAI can show an incident by.</summary>
    private static readonly int[] Families = [1, 7, 8, 11];

    private readonly IncidentOptions _options;
    private readonly WeeklyWorld _world;

    private IncidentScore(IncidentOptions options, WeeklyWorld world) => (_options, _world) = (options, world);

    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>The findings of the families concerned.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Those that name a figure which no incident changed.</summary>
    public required IReadOnlyList<Finding> FalseAlarms { get; init; }

    /// <summary>Those of the incidents that no right finding is about.</summary>
    public required IReadOnlyList<Incident> Missed { get; init; }

    /// <summary>How long the controls took, when they had run before.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How many rows they read.</summary>
    public required int Rows { get; init; }

    public double Precision => Findings.Count == 0 ? 1 : 1 - ((double)FalseAlarms.Count / Findings.Count);

    /// <summary>The share of the incidents of 30 % and more that were caught.</summary>
    public double Recall => RecallOf(incident => incident.Effect >= 0.3);

    public double RecallOf(Func<Incident, bool> which) =>
        Incidents.Count(which) is > 0 and var planted ? 1 - ((double)Missed.Count(which) / planted) : 1;

    public static IncidentScore Run(IncidentOptions options)
    {
        var clean = WeeklyWorld.Generate(options);
        var world = clean.Copy();
        var incidents = IncidentPlan.Plant(world);
        var (before, after) = (WorldTable.Of(clean), WorldTable.Of(world));
        var request = new ControlRequest(new MeasuredTable(after, new DayRange(LocalCalendar.DayOf(options.FirstMonday), LocalCalendar.DayOf(options.FirstMonday) + (7 * options.Weeks))));
        _ = AudienceControls.Run(request);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var findings = AudienceControls.Run(request);
        var elapsed = watch.Elapsed;

        var changed = new ChangedFigures(options, before, after);
        var typos = incidents.Select(incident => incident.OtherUai).ToHashSet();
        var schools = world.Schools.Select(school => (school.Uai, Academy: school.Academy.Code, Department: DepartmentOf(school.Uai))).ToArray();
        var concerned = findings.Where(finding => Families.Contains(finding.Control.Family)).ToArray();
        var right = concerned.Where(finding => finding.Control.Family == 1 ? typos.Contains(finding.Code) : changed.IsRight(finding, SchoolsOf)).ToHashSet();
        var score = new IncidentScore(options, world)
        {
            Incidents = incidents,
            Findings = concerned,
            FalseAlarms = [.. concerned.Where(finding => !right.Contains(finding))],
            Missed = [],
            Elapsed = elapsed,
            Rows = after.Count,
        };
        return new IncidentScore(options, world)
        {
            Incidents = incidents,
            Findings = concerned,
            FalseAlarms = score.FalseAlarms,
            Missed = [.. incidents.Where(incident => !right.Any(finding => score.IsAbout(finding, incident, changed)))],
            Elapsed = elapsed,
            Rows = after.Count,
        };

        IEnumerable<string> SchoolsOf(TerritoryLevel level, string code) => schools
            .Where(school => level == TerritoryLevel.National || (level == TerritoryLevel.Academy ? school.Academy : school.Department) == code)
            .Select(school => school.Uai);
    }

    public string UaiOf(int school) => _world.Schools[school].Uai;

    /// <summary>A school in a few words: size, noise, when it joined.</summary>
    public string Describe(int school) => Describe(_world.Schools[school]);

    /// <summary>The school of a UAI in a few words; nothing of any other territory.</summary>
    public string Describe(string uai) => _world.Schools.FirstOrDefault(school => school.Uai == uai) is { } one ? Describe(one) : "";

    private static string Describe(FedSchool one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Uai} {one.Kind} of {one.Weekly:0} noise {one.Noise:0.00} joins {one.Joins}+{one.RampWeeks}");

    /// <summary>The tables of docs/controls.md.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| incident | planted ≥ 30 % | caught | recall | planted 10–30 % | caught |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var kind in Enum.GetValues<IncidentKind>())
        {
            AddLine(text, kind.ToString(), incident => incident.Kind == kind);
        }

        AddLine(text, "**all**", _ => true);
        text.Append("\n| control | findings | false alarms | precision |\n|---|---:|---:|---:|\n");
        foreach (var group in Findings.GroupBy(finding => finding.Control.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            AddPrecision(text, $"`{group.Key}`", group.Count(), FalseAlarms.Count(finding => finding.Control.Id == group.Key));
        }

        AddPrecision(text, "**all**", Findings.Count, FalseAlarms.Count);
        return text.Append(CultureInfo.InvariantCulture, $"\n{_options.Schools} schools × {_options.Weeks} weeks, {Rows} rows: {Elapsed.TotalSeconds:0.00} s, one thread\n").ToString();
    }

    private void AddLine(StringBuilder text, string name, Func<Incident, bool> which)
    {
        bool IsLarge(Incident incident) => which(incident) && incident.Effect >= 0.3;
        bool IsSmall(Incident incident) => which(incident) && incident.Effect < 0.3;
        var (large, small) = (Incidents.Count(IsLarge), Incidents.Count(IsSmall));
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {large} | {large - Missed.Count(IsLarge)} | {100 * RecallOf(IsLarge):0.0} % | {small} | {small - Missed.Count(IsSmall)} |\n");
    }

    private static void AddPrecision(StringBuilder text, string name, int findings, int wrong) =>
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {findings} | {wrong} | {100.0 * (findings - wrong) / Math.Max(1, findings):0.0} % |\n");

    /// <summary>Whether a right finding names the territory, the subject and about the weeks of an incident.</summary>
    private bool IsAbout(Finding finding, Incident incident, ChangedFigures changed)
    {
        var one = _world.Schools[incident.Schools[0]];
        var service = incident.Service >= 0 ? $"service:{WeeklyWorld.Services[incident.Service].Code}" : "";
        var (isSubject, isTerritory) = (incident.Kind, finding.Subject.Replace("establishments:", "", StringComparison.Ordinal)) switch
        {
            (IncidentKind.ServiceUnplugged, var subject) => (subject == service, IsOf(finding, one)),
            (IncidentKind.DoubleTagging, var subject) => (subject == "hits_per_visit", IsOf(finding, one)),
            (IncidentKind.AcademyLeft, var subject) => (subject == "visits", finding.Level == TerritoryLevel.Academy && finding.Code == one.Academy.Code),
            (IncidentKind.Robot, var subject) => (subject is "hits_per_visit" or "visits", IsOf(finding, one)),
            (IncidentKind.ClockShift, var subject) => (subject == "visits", IsOf(finding, one)),
            (IncidentKind.WrongProfileMap, var subject) => (subject is "profile:autre+inconnu", IsOf(finding, one)),
            (_, var subject) => (subject == "visits" || finding.Control.Family == 1, finding.Code == incident.OtherUai || IsOf(finding, one)),
        };
        if (!isSubject || !isTerritory)
        {
            return false;
        }

        var week = (LocalCalendar.DayOf(finding.PeriodStart!.Value) - LocalCalendar.DayOf(_options.FirstMonday)) / 7;
        return finding.Period != PeriodKind.Week
            || (week >= incident.First && week <= incident.Last)
            || Math.Min(changed.Distance(week, incident.First), changed.Distance(week, incident.Last)) <= ChangedFigures.WeeksBeside;
    }

    /// <summary>At the school, or in a territory that holds it.</summary>
    private static bool IsOf(Finding finding, FedSchool school) => finding.Level switch
    {
        TerritoryLevel.Establishment => finding.Code == school.Uai,
        TerritoryLevel.Platform => finding.Code == WorldTable.PlatformOf(school),
        TerritoryLevel.Academy => finding.Code == school.Academy.Code,
        TerritoryLevel.Department => finding.Code == DepartmentOf(school.Uai),
        _ => true,
    };

    private static string DepartmentOf(string uai) => References.Territories.DepartmentOf(Encoding.ASCII.GetBytes(uai))?.Code ?? "";
}
