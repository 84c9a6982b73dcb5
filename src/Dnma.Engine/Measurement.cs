using Dnma.Engine.Access;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Analysis.Observed;
using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Recount;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;
using Dnma.Engine.Visits.Observations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dnma.Engine;

/// <summary>
/// What a log came to: indicators, rates, events, rejects, and the certificate that ties them to the hits. Immutable, thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class Measurement
{
    private readonly IndicatorTable _all;
    private readonly MeasuredTable _counted;
    private readonly DayRange? _range;
    private readonly FirstUse<RateTable> _rates;
    private readonly FirstUse<FindingTable> _controls;
    private readonly FirstUse<IReadOnlyList<DeploymentRow>> _deployment;
    private readonly FirstUse<IReadOnlyList<AdoptionRow>> _adoption;
    private readonly FirstUse<IReadOnlyList<CoverageRow>> _coverage;
    private (ILogger Logger, TimeProvider Clock) _told = (NullLogger.Instance, TimeProvider.System);

    internal Measurement(
        MeasurementDefinition definition,
        DayRange? range,
        IndicatorTable counted,
        IndicatorTable all,
        EventTable events,
        IReadOnlyList<RejectRow> rejects,
        HitObservations observations,
        Certificate certificate)
    {
        _all = all;
        _range = range;
        _counted = new MeasuredTable(counted, range ?? default);
        Observations = observations;
        Definition = definition;
        Events = events;
        Rejects = rejects;
        Certificate = certificate;
        Indicators = all.Of(definition.Periods, definition.Levels);
        From = range is { } days ? LocalCalendar.DateOf(days.Start) : null;
        To = range is { } rest ? LocalCalendar.DateOf(rest.End) : null;
        _rates = new FirstUse<RateTable>(cancellation => RateTable.Of(Indicators, cancellation));
        var register = definition.Perimeter.Of(definition.Deployment, definition.Annuaire);
        _controls = new FirstUse<FindingTable>(cancellation => ControlsWith(
            [.. definition.History.Select(earlier => earlier.Measured)],
            definition.Deployment.Count > 0 ? register.DeployedIn(_counted.Days) : null,
            definition.Collectivities.Count > 0 ? definition.Collectivities.Codes : null,
            cancellation));
        _deployment = new FirstUse<IReadOnlyList<DeploymentRow>>(_ =>
            DeploymentTable.Of(register, _counted, definition.Annuaire, PeriodsOfEstablishments(definition), definition.Levels));
        _adoption = new FirstUse<IReadOnlyList<AdoptionRow>>(_ =>
            AdoptionTable.Of(register, _counted, definition.Annuaire, PeriodsOfEstablishments(definition), definition.Levels));
        _coverage = new FirstUse<IReadOnlyList<CoverageRow>>(_ => CoverageTable.Of(_counted, definition.Annuaire, definition.Perimeter, definition.Periods, definition.Levels));
    }

    /// <summary>What was measured.</summary>
    public MeasurementDefinition Definition { get; }

    /// <summary>The first measured local day; null when no hit qualified.</summary>
    public DateOnly? From { get; }

    /// <summary>The local day after the last measured one; null when no hit qualified.</summary>
    public DateOnly? To { get; }

    /// <summary>The indicators, as in <c>indicators.csv</c>.</summary>
    public IndicatorTable Indicators { get; }

    /// <summary>The derived indicators, as in <c>rates.csv</c>; computed on first use.</summary>
    public RateTable Rates => _rates.Get();

    /// <summary>What disclosure control withheld; null where <see cref="MeasurementDefinition.DisclosureThreshold"/> asked for nothing.</summary>
    public DisclosureOutcome? Disclosure { get; internal init; }

    /// <summary>What the automated controls found, as in <c>controls.csv</c>; computed on first use.</summary>
    public FindingTable Controls => _controls.Get();

    /// <summary>
    /// How far the deployment has come, as in <c>deployment.csv</c>: without a register (<see cref="MeasurementDefinition.Deployment"/>) every establishment is
    /// an undeclared one. Computed on first use.
    /// </summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a disclosure threshold withholds figures, or it is an extract: the table could tell them.</exception>
    public IReadOnlyList<DeploymentRow> Deployment => Shown(_deployment, "deployment");

    /// <summary>Accounts beside users, as in <c>adoption.csv</c>; empty without a register. Computed on first use.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: as of <see cref="Deployment"/>.</exception>
    public IReadOnlyList<AdoptionRow> Adoption => Shown(_adoption, "adoption");

    /// <summary>
    /// What the figures of every published period and territory speak of, as in <c>coverage.csv</c>: days fed, establishments seen, what is known of visits, and
    /// whether the period is complete. Computed on first use.
    /// </summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: as of <see cref="Deployment"/>.</exception>
    public IReadOnlyList<CoverageRow> Coverage => Shown(_coverage, PublicationOptions.CoverageName);

    /// <summary>
    /// All that was counted, whatever is published of it, with the measured days: what later measurements take for history, and what is compared.
    /// </summary>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: a disclosure threshold withholds figures, or it is an extract: what is missing would pass for zero.
    /// </exception>
    public MeasuredTable Measured
    {
        get
        {
            Require("measured table");
            return _counted;
        }
    }

    /// <summary>Clicks, downloads and events by label, as in <c>events.csv</c>.</summary>
    public EventTable Events { get; }

    /// <summary>The first few rejected records of each reason and input, without identifiers, as in <c>rejects.csv</c>. How many there were in all says the ledger.</summary>
    public IReadOnlyList<RejectRow> Rejects { get; }

    /// <summary>Definition, inputs, ledgers and laws.</summary>
    public Certificate Certificate { get; }

    /// <summary>What a second count, in SQL, came to; null where <see cref="EngineOptions.Recount"/> asked for none.</summary>
    public RecountOutcome? Recount { get; internal init; }

    /// <summary>What was observed of hits and visitors, for the controls.</summary>
    internal HitObservations Observations { get; }

    /// <summary>What the controls of hits and visitors found.</summary>
    internal IReadOnlyList<Finding> HitFindings(IReadOnlySet<string>? collectivities = null) => HitControls.Check(Observations, From, collectivities);

    /// <summary>The whole range's national figures; null when nothing was counted.</summary>
    public IndicatorRow? NationalTotal =>
        From is { } from ? _all.Find(PeriodKind.All, from, TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total) : null;

    /// <summary>The whole range's national figures by the modalities of a dimension, in the order of their codes.</summary>
    public IndicatorTable National(Dimension dimension) =>
        _all.Only(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.National && row.Dimension == dimension);

    /// <summary>What the automated controls find when they know more: earlier measurements to compare series with, and what is said to be deployed.</summary>
    /// <param name="history">Earlier measurements, of the same norm and perimeter, in any order; where two hold the same week, the later one given tells of it.</param>
    /// <param name="declared">The UAI that are said to be deployed; null where nobody says.</param>
    /// <param name="collectivities">The collectivities there are; null where nobody says.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: something declared has not the form of a UAI, or there is history and a disclosure threshold.
    /// </exception>
    public FindingTable ControlsWith(
        IReadOnlyList<MeasuredTable> history, IReadOnlyCollection<string>? declared = null, IReadOnlySet<string>? collectivities = null) =>
        ControlsWith(history, declared, collectivities, CancellationToken.None);

    private FindingTable ControlsWith(
        IReadOnlyList<MeasuredTable> history, IReadOnlyCollection<string>? declared, IReadOnlySet<string>? collectivities, CancellationToken cancellation)
    {
        if (Whole is { } whole)
        {
            return whole.ControlsWith(history, declared, collectivities, cancellation).Only(finding => Scope!.Shows(finding.Level, finding.Code)).WithoutFigures();
        }

        if (Disclosure is not null && history.Count > 0)
        {
            Require("history of controls");
        }

        var ofTables = AudienceControls.Run(
            new ControlRequest(_counted)
            {
                History = history,
                Annuaire = Definition.Annuaire,
                Declared = declared,
                Zone = Definition.Zone,
                Norm = Definition.Norm,
                Cancellation = cancellation,
            });
        var asked = HitControls.All.Where(control => collectivities is not null || control != HitControls.CollectivityUnknown);
        var all = ofTables.And(FindingTable.Of(asked, HitFindings(collectivities)));
        return Disclosure is null ? all : Disclosure.LeftOut.Count == 0 ? all.WithoutFigures() : all.Only(_ => false);
    }

    /// <summary>
    /// What somebody may see of this measurement, at every output: tables, SQL, data frames and files. Figures of other territories are not in it, nor what would
    /// tell them by subtraction; ledgers, inputs, rejects and certificate speak of the whole log and are not in it either; findings are those of the territories
    /// shown, without figures (docs/access.md).
    /// </summary>
    /// <param name="grants">Who may see what.</param>
    /// <param name="principal">Who asks; whoever has no grant gets empty tables.</param>
    /// <param name="date">The day on which grants must hold.</param>
    public Measurement For(AccessGrants grants, string principal, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentNullException.ThrowIfNull(principal);
        RequireWhole("access grants");
        var scope = AccessScope.Of(grants.Find(principal, date), _counted.Table, Definition.Annuaire);
        var shown = _all.Of(scope.Shows);
        var extract = new Measurement(Definition, _range, _counted.Table, shown, Events.Of(scope.Shows), [], Observations, ExtractCertificate.Of(Certificate, shown))
        {
            Disclosure = Disclosure is null ? null : Disclosure with { Rows = 0, Primary = 0, Secondary = 0 },
            Scope = scope,
            Whole = this,
        };
        extract.Observe(_told.Logger, _told.Clock);
        return extract;
    }

    /// <summary>Which territories are shown; null where it is the whole measurement.</summary>
    public AccessScope? Scope { get; private init; }

    /// <summary>The measurement that this is an extract of.</summary>
    private Measurement? Whole { get; init; }

    /// <summary>One of the four published tables.</summary>
    public OpenDataTable OpenData(OpenDataSet set) => OpenDataTable.Of(set, _all, new AnnuaireLabels(Definition.Annuaire));

    /// <summary>
    /// The same tables in an in-process DuckDB, to be asked by SQL: <c>indicators</c>, <c>rates</c>, <c>events</c>, <c>rejects</c>, and
    /// the four published tables; with a register also <c>deployment</c> and <c>adoption</c>; <c>coverage</c>, unless a threshold withholds figures or it is an extract. The caller disposes it.
    /// </summary>
    public MeasurementDatabase OpenDatabase()
    {
        return MeasurementSql.Open(Indicators, Rates, Events, Rejects, [.. OpenDataSet.All.Select(OpenData)], IsDeclared ? Deployment : null, IsDeclared ? Adoption : null, IsOpen ? Coverage : null);
    }

    /// <summary>Writes the page of figures and charts, as in <c>dashboard.html</c>; that of an extract holds what its reader may see.</summary>
    /// <param name="utf8">Takes the page; neither flushed nor closed.</param>
    public void WriteDashboard(Stream utf8) => DashboardWriter.Write(utf8, DashboardContents.Of(this));

    /// <summary>
    /// Writes every file into a folder, which is made when missing: first all of them under temporary names, then renamed over those of an
    /// earlier run.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops the writing; no file appears.</param>
    /// <returns>The files, in the order written.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take them.</exception>
    public Task<IReadOnlyList<PublishedFile>> PublishAsync(string folder, CancellationToken cancellationToken) =>
        PublishAsync(folder, null, cancellationToken);

    /// <summary>The same, with a signed certificate, or one that corrects an earlier one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How it is published; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the writing; no file appears.</param>
    /// <returns>The files, in the order written.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take them.</exception>
    public Task<IReadOnlyList<PublishedFile>> PublishAsync(string folder, PublicationOptions? options = null, CancellationToken cancellationToken = default) => Task.Run(
        () => OperationTrace.RunAsync("publish", _told.Logger, _told.Clock, trace => Task.FromResult(Publication.Write(this, folder, options ?? new PublicationOptions(), trace, cancellationToken)), cancellationToken),
        cancellationToken);

    /// <summary>Whether tables of what is declared are shown: there is a register, and it is no extract.</summary>
    internal bool IsDeclared => Definition.Deployment.Count > 0 && Scope is null;

    /// <summary>Whether tables that no threshold and no grant can be applied to may be shown.</summary>
    private bool IsOpen => Scope is null && Disclosure is null;

    /// <summary>Refuses what would tell figures that are not shown, or leave them out as if they were zero.</summary>
    /// <param name="what">What was asked for.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>.</exception>
    internal void Require(string what)
    {
        RequireWhole(what);
        if (Disclosure is not null)
        {
            throw PublicationOptions.CouldTell(what);
        }
    }

    private void RequireWhole(string what)
    {
        if (Scope is not null)
        {
            throw new EngineException(ErrorId.InvalidOption, what, "this is an extract, and holds what one reader may see", "ask the whole measurement");
        }
    }

    private T Shown<T>(FirstUse<T> value, string what)
        where T : class
    {
        Require(what);
        return value.Get();
    }

    /// <summary>Computes what is computed on first use, so that it can be cancelled.</summary>
    internal void Derive(CancellationToken cancellation)
    {
        _ = _rates.Get(cancellation);
        _ = _controls.Get(cancellation);
    }

    /// <summary>Whom a publication is told to: the engine's logger and clock. Called before anybody else has the measurement.</summary>
    internal void Observe(ILogger logger, TimeProvider clock) => _told = (logger, clock);

    /// <summary>In which kinds of period establishments were counted: weeks always, days never.</summary>
    private static PeriodKind[] PeriodsOfEstablishments(MeasurementDefinition definition) =>
        [.. definition.Periods.Where(period => period == PeriodKind.Week || (period != PeriodKind.Day && definition.Levels.Contains(TerritoryLevel.Establishment)))];
}
