namespace Dnma.Engine.Certification.Statements;

/// <summary>
/// Reads what <see cref="StatementJson"/> writes, and nothing else: every member must be there, no other may be, the digests must be those of the parts.
/// Files and laws are not looked at here.
/// </summary>
internal static class StatementReader
{
    /// <exception cref="FormatException">This is no certificate, or not as it was written; the message says where, as a clause.</exception>
    public static CertificateStatement Read(ReadOnlySpan<byte> utf8)
    {
        var root = new JsonFields(CanonicalJson.Read(utf8), "statement");
        Demand(root.Text("_type") == CertificateStatement.StatementType, "it is no in-toto statement of version 1");
        Demand(root.Text("predicateType") == CertificateStatement.PredicateType, "its predicate is not a certificate of the version that this engine reads");
        return JsonFields.Read(root, Statement);
    }

    private static CertificateStatement Statement(JsonFields root)
    {
        var subjects = root.Items("subject", Subject);
        var predicate = root.Object("predicate");
        var statement = JsonFields.Read(predicate.Object("certified"), certified => Certified(certified, subjects)) with
        {
            Checks = predicate.Items("checks", Law),
            Run = predicate.Pairs("run"),
            Replaces = predicate.Has("replaces") ? JsonFields.Read(predicate.Object("replaces"), Replaces) : null,
        };
        var (certified, run) = JsonFields.Read(predicate.Object("digest"), digest => (digest.Digest("certified"), digest.Digest("run")));
        predicate.Complete();
        Demand(certified == statement.CertifiedDigest, "what is certified, or the list of files, is not what its digest was taken of");
        Demand(run == statement.RunDigest, "what is said of the run is not what its digest was taken of");
        return statement;
    }

    private static PublishedFile Subject(JsonFields file) => new(
        file.Text("name"),
        JsonFields.Read(file.Object("annotations"), annotations => annotations.Count("bytes")),
        JsonFields.Read(file.Object("digest"), digest => digest.Digest("sha256")));

    private static CertificateStatement Certified(JsonFields certified, IReadOnlyList<PublishedFile> subjects) => new()
    {
        Subjects = subjects,
        Definition = certified.Pairs("definition"),
        Indicators = certified.Items("indicators", item => new CertifiedIndicator(item.Text("code"), item.Text("unit"), item.Text("additivity"), item.Text("conformance"))),
        Perimeter = JsonFields.Read(certified.Object("perimeter"), perimeter => new Perimeter(perimeter.Int32("establishments"), perimeter.Digest("sha256"))),
        Inputs = certified.Items("inputs", input => new InputRecord(
            input.Text("name"), input.Count("bytes"), input.Digest("sha256"), input.Count("lines"), input.Count("records"), input.Text("layout"), input.Text("note"))),
        Ledger = JsonFields.Read(certified.Object("ledger"), Ledger),
        Coverage = certified.Lines("coverage"),
        Laws = certified.Items("laws", Law),
        Controls = certified.Items("controls", control => new CertifiedControl(control.Text("id"), control.Int32("family"), control.Text("severity"), control.Int32("findings"))),
        Warnings = certified.Texts("warnings"),
        Run = [],
    };

    private static CertifiedLedger Ledger(JsonFields ledger) => new()
    {
        Read = ledger.Count("read"),
        Rejected = ledger.Lines("rejected"),
        Merged = ledger.Count("merged"),
        Accepted = ledger.Count("accepted"),
        Excluded = ledger.Lines("excluded"),
        Qualified = ledger.Count("qualified"),
        Visits = JsonFields.Read(ledger.Object("visits"), visits => new CertifiedVisits(
            visits.Count("counted"),
            visits.Count("counted-hits"),
            visits.Count("out-of-period"),
            visits.Count("out-of-period-hits"),
            visits.Has("out-of-perimeter") ? visits.Count("out-of-perimeter") : 0,
            visits.Has("out-of-perimeter") ? visits.Count("out-of-perimeter-hits") : 0,
            visits.Count("robot-visits"),
            visits.Lines("closed-by"))),
        Noticed = ledger.Lines("noticed"),
    };

    private static ConservationLaw Law(JsonFields law) =>
        new(law.Text("id"), law.Text("statement"), law.Number("expected"), law.Number("actual"), law.Flag("holds"), law.Text("detail"));

    private static Replacement Replaces(JsonFields replaces) =>
        new(JsonFields.Read(replaces.Object("digest"), digest => digest.Digest("sha256")), replaces.Text("reason"));

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }
}
