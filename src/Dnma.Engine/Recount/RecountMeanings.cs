using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Store;

namespace Dnma.Engine.Recount;

/// <summary>What the codes of hits mean, and where establishments are: texts for SQL to count by.</summary>
/// <param name="dictionaries">The run's codes.</param>
/// <param name="annuaire">Where establishments are.</param>
internal sealed class RecountMeanings(HitDictionaries dictionaries, Annuaire annuaire)
{
    /// <summary>Fills the tables of places, uses, establishments, départements and what the perimeter names.</summary>
    /// <param name="session">The database.</param>
    /// <param name="perimeter">Which places count.</param>
    /// <param name="places">The codes of the places that hits name.</param>
    /// <param name="uses">Those of uses.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Load(DuckDbSession session, PerimeterDefinition perimeter, IReadOnlyCollection<int> places, IReadOnlyCollection<int> uses, CancellationToken cancellation)
    {
        Fill(session, "places", places, (chunk, row, code) =>
        {
            var place = dictionaries.Places[code];
            chunk.Column<int>(0)[row] = code;
            chunk.SetText(1, row, dictionaries.Establishments.Utf8(place.Establishment));
            chunk.SetText(2, row, dictionaries.Projects.Utf8(place.Project));
            chunk.SetText(3, row, dictionaries.Platforms.Utf8(place.Platform));
            chunk.SetText(4, row, dictionaries.Operators.Utf8(place.Operator));
            chunk.SetText(5, row, dictionaries.Collectivities.Utf8(place.Collectivity));
        }, cancellation);
        Fill(session, "uses", uses, (chunk, row, code) =>
        {
            var usage = dictionaries.Usages[dictionaries.UsageOf(code)];
            chunk.Column<int>(0)[row] = code;
            chunk.SetText(1, row, dictionaries.Services.Utf8(usage.Service));
            chunk.SetText(2, row, dictionaries.Types.Utf8(usage.Type));
            chunk.SetText(3, row, dictionaries.Tools.Utf8(usage.Tool));
            for (var custom = 0; custom < Usage.MaxCustomDimensions; custom++)
            {
                chunk.SetText(4 + custom, row, custom < dictionaries.Custom.Length ? dictionaries.Custom[custom].Utf8(usage[3 + custom]) : default);
            }

            chunk.SetText(4 + Usage.MaxCustomDimensions, row, dictionaries.Labels.Utf8(dictionaries.LabelOf(code)));
        }, cancellation);
        var codes = places.Select(place => dictionaries.Places[place].Establishment).Distinct().Where(code => code != 0);
        Establishment[] listed = [.. codes.Select(code => annuaire.Find(dictionaries.Establishments.Text(code))).OfType<Establishment>()];
        Fill(session, "annuaire", listed, (chunk, row, establishment) =>
        {
            SetText(chunk, 0, row, establishment.Uai);
            SetText(chunk, 1, row, establishment.AcademyCode);
            SetText(chunk, 2, row, establishment.DepartmentCode);
            SetText(chunk, 3, row, establishment.Nature);
            SetText(chunk, 4, row, establishment.RegionCode);
            SetText(chunk, 5, row, establishment.CommuneCode);
            SetText(chunk, 6, row, establishment.CirconscriptionCode);
            SetText(chunk, 7, row, establishment.NatureCode);
            SetText(chunk, 8, row, establishment.Sector);
            SetText(chunk, 9, row, establishment.Ministry);
        }, cancellation);
        Fill(session, "departments", Territories.Departments, (chunk, row, department) =>
        {
            SetText(chunk, 0, row, department.Code);
            SetText(chunk, 1, row, department.Academy?.Code ?? "");
            SetText(chunk, 2, row, department.Region?.Code ?? "");
        }, cancellation);
        (string Kind, string Value)[] named = [.. perimeter.Kinds.SelectMany(kind => perimeter[kind].Select(value => (kind.Code(), value)))];
        Fill(session, "perimeter", named, (chunk, row, condition) =>
        {
            SetText(chunk, 0, row, condition.Kind);
            SetText(chunk, 1, row, condition.Value);
        }, cancellation);
    }

    private static void SetText(DuckDbChunk chunk, int column, int row, string text) => chunk.SetText(column, row, Encoding.UTF8.GetBytes(text));

    private static void Fill<T>(DuckDbSession session, string table, IReadOnlyCollection<T> rows, Action<DuckDbChunk, int, T> set, CancellationToken cancellation)
    {
        using var appender = DuckDbAppender.Open(session, table);
        using var chunk = appender.NewChunk();
        foreach (var row in rows)
        {
            set(chunk, chunk.Count, row);
            if (++chunk.Count == DuckDbChunk.Capacity)
            {
                cancellation.ThrowIfCancellationRequested();
                appender.Append(chunk);
            }
        }

        if (chunk.Count > 0)
        {
            appender.Append(chunk);
        }

        appender.Complete();
    }
}
