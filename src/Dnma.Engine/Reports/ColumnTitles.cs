using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Reports;

/// <summary>How people read the names of columns. Those of the published tables are names already. Thread safe.</summary>
internal static class ColumnTitles
{
    private static readonly Dictionary<string, Wording> Titles = new(StringComparer.Ordinal)
    {
        ["period"] = new("Période", "Period"),
        ["period_start"] = new("Début de période", "Period start"),
        ["level"] = new("Niveau", "Level"),
        ["code"] = new("Code", "Code"),
        ["code_label"] = new("Territoire", "Territory"),
        ["dimension"] = new("Dimension", "Dimension"),
        ["modality"] = new("Modalité", "Modality"),
        ["modality_label"] = new("Modalité (libellé)", "Modality (label)"),
        ["profile"] = new("Profil", "Profile"),
        ["profile_label"] = new("Profil (libellé)", "Profile (label)"),
        ["events"] = new("Événements", "Events"),
        ["kind"] = new("Nature", "Kind"),
        ["label"] = new("Libellé", "Label"),
        ["indicator"] = new("Indicateur", "Indicator"),
        ["numerator"] = new("Numérateur", "Numerator"),
        ["denominator"] = new("Dénominateur", "Denominator"),
        ["value"] = new("Valeur", "Value"),
        ["coverage_numerator"] = new("Numérateur de la couverture", "Coverage numerator"),
        ["coverage_denominator"] = new("Dénominateur de la couverture", "Coverage denominator"),
        ["coverage"] = new("Couverture", "Coverage"),
        ["file"] = new("Fichier", "File"),
        ["line"] = new("Ligne", "Line"),
        ["byte_offset"] = new("Position en octets", "Byte offset"),
        ["reason"] = new("Motif", "Reason"),
        ["sample"] = new("Extrait", "Sample"),
        ["control"] = new("Contrôle", "Control"),
        ["family"] = new("Famille", "Family"),
        ["severity"] = new("Gravité", "Severity"),
        ["subject"] = new("Objet", "Subject"),
        ["figure"] = new("Chiffre", "Figure"),
        ["expected"] = new("Attendu", "Expected"),
        ["chance"] = new("Probabilité", "Chance"),
        ["state"] = new("État", "State"),
        ["days"] = new("Jours", "Days"),
        ["fed_days"] = new("Jours alimentés", "Fed days"),
        ["school_days"] = new("Jours de classe", "School days"),
        ["school_level"] = new("Degré", "School level"),
        ["declared"] = new("Établissements déclarés", "Declared establishments"),
        ["fed"] = new("Établissements alimentés", "Fed establishments"),
        ["silent"] = new("Établissements silencieux", "Silent establishments"),
        ["fed_so_far"] = new("Établissements déjà alimentés", "Establishments fed so far"),
        ["undeclared"] = new("Établissements non déclarés", "Undeclared establishments"),
        ["establishments"] = new("Établissements", "Establishments"),
        ["created"] = new("Comptes créés", "Accounts created"),
        ["active"] = new("Utilisateurs actifs", "Active users"),
        ["adoption"] = new("Taux d’adoption", "Adoption rate"),
        ["activated"] = new("Comptes activés", "Accounts activated"),
        ["activation"] = new("Taux d’activation", "Activation rate"),
    };

    /// <summary>The title of a column: of an indicator, what the catalogue calls it.</summary>
    public static Wording Of(string name) =>
        Titles.TryGetValue(name, out var title) ? title
        : IndicatorCatalogue.Find(name) is { } indicator ? new(Capital(indicator.FrenchName), Capital(indicator.EnglishName))
        : new(name, name);

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
