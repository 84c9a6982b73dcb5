namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>An input form by its name on the command line, with what it can tell of a hit.</summary>
/// <param name="Name">For example <c>smarttag-log</c>.</param>
/// <param name="Tells">What its records tell.</param>
/// <param name="Create">Makes a writer to <see cref="Outputs"/> buffers.</param>
internal sealed record HitForm(string Name, FormTells Tells, Func<RecordBuffer[], HitTexts, IHitWriter> Create)
{
    /// <summary>The files that it takes; more than one only for raw tables.</summary>
    public string[] Outputs { get; init; } = [""];

    /// <summary>All forms.</summary>
    public static IReadOnlyList<HitForm> All { get; } =
    [
        new("smarttag-log", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new NcsaWriter(b[0], new SmartTagQuery(t), false, true)),
        new("smarttag-vhost", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new NcsaWriter(b[0], new SmartTagQuery(t), true, true)),
        new("smarttag-common", FormTells.SmartTag, (b, t) => new NcsaWriter(b[0], new SmartTagQuery(t), false, false)),
        new("smarttag-iis", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new W3cWriter(b[0], new SmartTagQuery(t), false)),
        new("smarttag-cloudfront", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new W3cWriter(b[0], new SmartTagQuery(t), true)),
        new("smarttag-nginx", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new JsonLogWriter(b[0], new SmartTagQuery(t), JsonLogDialect.Nginx)),
        new("smarttag-caddy", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new JsonLogWriter(b[0], new SmartTagQuery(t), JsonLogDialect.Caddy)),
        new("smarttag-traefik", FormTells.SmartTag | FormTells.UserAgent, (b, t) => new JsonLogWriter(b[0], new SmartTagQuery(t), JsonLogDialect.Traefik)),
        new("smarttag-query", FormTells.SmartTag, (b, t) => new QueryStringWriter(b[0], new SmartTagQuery(t))),
        new("xiti2012-log", FormTells.Xiti2012 | FormTells.UserAgent, (b, t) => new NcsaWriter(b[0], new Xiti2012Query(t), false, true)),
        new("csv", FormTells.Canonical, (b, t) => new DelimitedWriter(b[0], t, ',')),
        new("csv-semicolon", FormTells.Canonical, (b, t) => new DelimitedWriter(b[0], t, ';')),
        new("tsv", FormTells.Canonical | FormTells.BrowserClock, (b, t) => new DelimitedWriter(b[0], t, '\t')),
        new("ndjson", FormTells.Canonical | FormTells.BrowserClock, (b, t) => new NdjsonWriter(b[0], t)),
        new("matomo-log", FormTells.Matomo | FormTells.UserAgent | FormTells.EventsAndPings, (b, t) => new NcsaWriter(b[0], new MatomoQuery(t, false), false, true)),
        new("matomo-bulk", FormTells.Matomo | FormTells.UserAgent | FormTells.EventsAndPings, (b, t) => new MatomoBulkWriter(b[0], new MatomoQuery(t, true))),
        new("matomo-tables", FormTells.Matomo | FormTells.DeviceCodes, (b, t) => new MatomoTablesWriter(b[0], b[1], b[2], t)) { Outputs = ["log_visit.csv", "log_link_visit_action.csv", "log_action.csv"] },
    ];

    /// <summary>The form of a name, or null.</summary>
    public static HitForm? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
