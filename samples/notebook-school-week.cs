#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// notebooks/school-week.ipynb without a notebook: days, hours, devices, services, départements, coverage, findings.  dotnet run samples/notebook-school-week.cs
using Dnma.Engine;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

var log = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-week");
await using var engine = AudienceEngine.Create(o => o with { Recount = RecountScope.Full });
var week = await engine.MeasureAsync(
    HitLog.Files($"{log}/hits.log.gz"),
    new MeasurementDefinition { Annuaire = await Annuaire.ReadAsync($"{log}/annuaire.csv"), CustomDimensions = ["local-hour"] }.OverWeekOf(new DateOnly(2022, 9, 5)));
Console.Write(week.ToText());
Console.Write(week.Indicators.Only(row => row.Period is PeriodKind.Day or PeriodKind.Week && row.Level == TerritoryLevel.National && row.Dimension == Dimension.Total).Excerpt());
var english = new ChartRequest { Language = LabelLanguage.English };
Console.Write(AudienceCharts.SchoolDay(week.Indicators, english).ToText());
Console.Write(AudienceCharts.DevicesByProfile(week.Indicators, english).ToText());
using var database = week.OpenDatabase();
Console.Write(database.Query("""
    SELECT modality AS profile_device, visits, users, round(100.0 * visits / sum(visits) OVER (), 1) AS percent
    FROM indicators WHERE period = 'week' AND level = 'national' AND dimension = 'profile-device'
    ORDER BY visits DESC, modality LIMIT 6
    """).Excerpt(caption: "The six largest pairs"));
Console.Write(week.Rates.Where(row => row.Period == PeriodKind.Week && row.Level == TerritoryLevel.National && row.Indicator == ShareIndicators.ServiceShare)
    .OrderByDescending(row => row.Rate.Value.Value).Excerpt(10, "The ten most used services"));
Console.Write(week.Indicators.Where(row => row.Period == PeriodKind.Week && row.Level == TerritoryLevel.Department && row.Dimension == Dimension.Total)
    .OrderByDescending(row => row.Visits).Excerpt(caption: "Départements"));
Console.Write(week.Coverage.Where(row => row.Period == PeriodKind.Week && row.Level is TerritoryLevel.National or TerritoryLevel.Academy).Excerpt());
Console.Write(week.Controls.Excerpt() + week.Certificate.Ledger.ToText() + week.Rejects.Excerpt(5));
