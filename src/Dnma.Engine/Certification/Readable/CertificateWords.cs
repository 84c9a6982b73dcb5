using Dnma.Engine.Analysis.Controls;

namespace Dnma.Engine.Certification.Readable;

/// <summary>The words of <c>certificate.md</c> in one language.</summary>
internal sealed record CertificateWords
{
    public static CertificateWords French { get; } = new()
    {
        Title = "Certificat de mesure d’audience",
        AllLawsHold = "Toutes les lois de conservation sont vérifiées.",
        LawsBroken = "{0} loi(s) ou contrôle(s) de calcul ne sont pas vérifiés : ces chiffres ne doivent pas être publiés.",
        Replaces = "Ce certificat remplace celui dont le SHA-256 est",
        Definition = "Définition",
        DefinitionHead = "| Élément | Valeur |\n|---|---|\n",
        Perimeter = "Périmètre : {0} établissement(s) avec au moins une visite, SHA-256 de leurs UAI",
        Inputs = "Fichiers lus",
        InputsHead = "| Fichier | Octets | Lignes | Enregistrements | SHA-256 | Lecture |\n|---|---:|---:|---:|---|---|\n",
        Ledger = "Registre",
        LedgerHead = "| Étape | Nombre |\n|---|---:|\n",
        Read = "Enregistrements lus",
        Rejected = "– rejetés",
        Merged = "– fragments réunis à d’autres",
        Accepted = "Hits acceptés",
        Excluded = "– exclus",
        Qualified = "Hits qualifiés",
        Visits = "Visites comptées",
        VisitHits = "– leurs hits",
        OutOfPeriod = "Visites hors période",
        OutOfPeriodHits = "– leurs hits",
        OutOfPerimeter = "Visites hors périmètre",
        OutOfPerimeterHits = "– leurs hits",
        RobotVisits = "Visites trop longues pour une personne, exclues",
        ClosedBy = "– visites closes par",
        Noticed = "Hits signalés",
        Coverage = "Couverture",
        Laws = "Lois de conservation",
        LawsHead = "| Loi | Attendu | Trouvé | Vérifiée |\n|---|---:|---:|---|\n",
        Controls = "Contrôles automatiques",
        ControlsAsked = "{0} contrôles, {1} constat(s) ; le détail est dans controls.csv.",
        ControlsHead = "| Contrôle | Gravité | Constats | Signification |\n|---|---|---:|---|\n",
        Yes = "oui",
        No = "non",
        Indicators = "Indicateurs certifiés",
        IndicatorsHead = "| Indicateur | Unité | Additivité | Conformité |\n|---|---|---|---|\n",
        Files = "Fichiers publiés",
        FilesHead = "| Fichier | Octets | SHA-256 |\n|---|---:|---|\n",
        ThousandsMark = "\u202F",
        TextOf = law => law.French,
        MeaningOf = meaning => meaning.French,
    };

    public static CertificateWords English { get; } = new()
    {
        Title = "Certificate of audience measurement",
        AllLawsHold = "All conservation laws hold.",
        LawsBroken = "{0} law(s) or check(s) do not hold: these figures must not be published.",
        Replaces = "This certificate replaces the one whose SHA-256 is",
        Definition = "Definition",
        DefinitionHead = "| Element | Value |\n|---|---|\n",
        Perimeter = "Perimeter: {0} establishment(s) with at least one visit, SHA-256 of their UAI",
        Inputs = "Files read",
        InputsHead = "| File | Bytes | Lines | Records | SHA-256 | Read as |\n|---|---:|---:|---:|---|---|\n",
        Ledger = "Ledger",
        LedgerHead = "| Step | Number |\n|---|---:|\n",
        Read = "Records read",
        Rejected = "– rejected",
        Merged = "– parts merged into others",
        Accepted = "Hits accepted",
        Excluded = "– excluded",
        Qualified = "Hits qualified",
        Visits = "Visits counted",
        VisitHits = "– their hits",
        OutOfPeriod = "Visits out of period",
        OutOfPeriodHits = "– their hits",
        OutOfPerimeter = "Visits out of perimeter",
        OutOfPerimeterHits = "– their hits",
        RobotVisits = "Visits too long for a person, excluded",
        ClosedBy = "– visits closed by",
        Noticed = "Hits noticed",
        Coverage = "Coverage",
        Laws = "Conservation laws",
        LawsHead = "| Law | Expected | Found | Holds |\n|---|---:|---:|---|\n",
        Controls = "Automated controls",
        ControlsAsked = "{0} controls, {1} finding(s); the evidence is in controls.csv.",
        ControlsHead = "| Control | Severity | Findings | Meaning |\n|---|---|---:|---|\n",
        Yes = "yes",
        No = "no",
        Indicators = "Certified indicators",
        IndicatorsHead = "| Indicator | Unit | Additivity | Conformance |\n|---|---|---|---|\n",
        Files = "Published files",
        FilesHead = "| File | Bytes | SHA-256 |\n|---|---:|---|\n",
        ThousandsMark = ",",
        TextOf = law => law.English,
        MeaningOf = meaning => meaning.English,
    };

    public required string Title { get; init; }

    public required string AllLawsHold { get; init; }

    public required string LawsBroken { get; init; }

    public required string Replaces { get; init; }

    public required string Definition { get; init; }

    public required string DefinitionHead { get; init; }

    public required string Perimeter { get; init; }

    public required string Inputs { get; init; }

    public required string InputsHead { get; init; }

    public required string Ledger { get; init; }

    public required string LedgerHead { get; init; }

    public required string Read { get; init; }

    public required string Rejected { get; init; }

    public required string Merged { get; init; }

    public required string Accepted { get; init; }

    public required string Excluded { get; init; }

    public required string Qualified { get; init; }

    public required string Visits { get; init; }

    public required string VisitHits { get; init; }

    public required string OutOfPeriod { get; init; }

    public required string OutOfPeriodHits { get; init; }

    public required string OutOfPerimeter { get; init; }

    public required string OutOfPerimeterHits { get; init; }

    public required string RobotVisits { get; init; }

    public required string ClosedBy { get; init; }

    public required string Noticed { get; init; }

    public required string Coverage { get; init; }

    public required string Laws { get; init; }

    public required string LawsHead { get; init; }

    public required string Controls { get; init; }

    public required string ControlsAsked { get; init; }

    public required string ControlsHead { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string Indicators { get; init; }

    public required string IndicatorsHead { get; init; }

    public required string Files { get; init; }

    public required string FilesHead { get; init; }

    /// <summary>What stands between groups of three digits.</summary>
    public required string ThousandsMark { get; init; }

    /// <summary>A law in this language.</summary>
    public required Func<LawText, string> TextOf { get; init; }

    /// <summary>What a finding means, in this language.</summary>
    public required Func<Wording, string> MeaningOf { get; init; }
}
