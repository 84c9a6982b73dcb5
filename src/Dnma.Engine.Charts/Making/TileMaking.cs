using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Making;

/// <summary>The académies as tiles.</summary>
internal static class TileMaking
{
    /// <summary>Where each stands, column by row; rows 7 and 8 are overseas. Neighbours on the map are neighbours here as far as squares allow.</summary>
    private static readonly Dictionary<string, (int Column, int Row)> Places = new(StringComparer.Ordinal)
    {
        ["09"] = (3, 0),
        ["70"] = (2, 1),
        ["20"] = (3, 1),
        ["19"] = (4, 1),
        ["12"] = (5, 1),
        ["15"] = (6, 1),
        ["14"] = (1, 2),
        ["25"] = (2, 2),
        ["01"] = (3, 2),
        ["24"] = (4, 2),
        ["07"] = (5, 2),
        ["03"] = (6, 2),
        ["17"] = (1, 3),
        ["13"] = (2, 3),
        ["18"] = (3, 3),
        ["06"] = (4, 3),
        ["10"] = (5, 3),
        ["08"] = (6, 3),
        ["04"] = (2, 4),
        ["22"] = (3, 4),
        ["11"] = (4, 4),
        ["02"] = (5, 4),
        ["23"] = (6, 4),
        ["16"] = (3, 5),
        ["27"] = (6, 5),
        ["32"] = (0, 7),
        ["31"] = (1, 7),
        ["33"] = (2, 7),
        ["28"] = (3, 7),
        ["43"] = (4, 7),
        ["44"] = (0, 8),
        ["41"] = (1, 8),
        ["40"] = (2, 8),
        ["42"] = (3, 8),
    };

    public static TileChart Academies(IndicatorTable table, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(table);
        var words = Words.ChartWords.Of(request.Language);
        var period = request.Period ?? PeriodKind.All;
        var rows = table.Where(row => row.Period == period && row.Level == TerritoryLevel.Academy && row.Dimension == Dimension.Total).ToArray();
        DateOnly? start = request.Start ?? (rows.Length > 0 ? rows.Min(row => row.PeriodStart) : null);
        var byCode = rows.Where(row => row.PeriodStart == start).ToDictionary(row => row.Code, StringComparer.Ordinal);
        var tiles = Territories.Academies.Select(academy => (academy.Code, academy.Name)).Concat(Territories.ViceRectorates.Select(authority => (authority.Code, authority.Name)))
            .OrderBy(one => one.Code, StringComparer.Ordinal).Select(one => new AcademyTile(one.Code, one.Name, Places[one.Code].Column, Places[one.Code].Row, ValueOf(one.Code))).ToArray();
        var outside = byCode.Values.Where(row => !Places.ContainsKey(row.Code)).ToArray();
        return new TileChart
        {
            Title = request.Figure == ChartFigure.Users ? words.Say("Utilisateurs par académie", "Users by académie") : words.Say("Visites par académie", "Visits by académie"),
            Subtitle = start is { } day ? $"France, {ChartRows.When(words, period, day, ChartRows.LastDayOf(table))}" : "France",
            Notes =
            [
                .. request.Figure == ChartFigure.Users && byCode.Count > 1 ? [ChartNotes.UsersDoNotAdd(words)] : Array.Empty<string>(),
                .. outside.Length > 0 ? [Outside(outside)] : Array.Empty<string>(),
                .. tiles.Any(tile => tile.Value.State == ChartValueState.Missing) && byCode.Count > 0 ? [words.Say("Tirets\u00A0: la table n’a pas de ligne.", "Dashes: the table has no row.")] : Array.Empty<string>(),
                .. tiles.Any(tile => tile.Value.State == ChartValueState.Withheld) ? [ChartNotes.Withheld(words)] : Array.Empty<string>(),
            ],
            Source = request.Source,
            Language = request.Language,
            ValueName = words.Indicator(request.Figure),
            Tiles = tiles,
        };

        ChartValue ValueOf(string code) => !byCode.TryGetValue(code, out var row) ? ChartValue.Missing : row.IsWithheld ? ChartValue.Withheld : ChartValue.Of(FigureOf(row));

        long FigureOf(IndicatorRow row) => request.Figure == ChartFigure.Users ? row.Users : row.Visits;

        string Outside(IndicatorRow[] left)
        {
            var text = Array.Exists(left, row => row.IsWithheld) || request.Figure == ChartFigure.Users ? null : words.Count(left.Sum(row => row.Visits));
            return words.Say($"Sans académie connue, donc sans tuile\u00A0: {text ?? "d’autres visites"}{(text is null ? "" : " visites")}.", $"Of no known académie, hence without a tile: {text ?? "other visits"}{(text is null ? "" : " visits")}.");
        }
    }
}
