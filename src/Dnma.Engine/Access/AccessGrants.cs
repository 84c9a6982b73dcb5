using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Access;

/// <summary>Who may see what, of any number of principals. Whoever is not named may see nothing. Immutable, thread safe.</summary>
public sealed class AccessGrants
{
    private static readonly string[] Columns = ["principal", "level", "code", "detail", "from", "to"];

    private readonly Dictionary<string, AccessGrant[]> _byPrincipal;

    private AccessGrants(IEnumerable<AccessGrant> grants, IReadOnlyList<SkippedRow> skipped)
    {
        _byPrincipal = grants.GroupBy(grant => grant.Principal, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Skipped = skipped;
    }

    /// <summary>The rows that grant nothing, since they make no sense, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>How many grants there are.</summary>
    public int Count => _byPrincipal.Values.Sum(grants => grants.Length);

    /// <summary>Takes grants from the caller.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: one makes no sense.</exception>
    public static AccessGrants Of(IEnumerable<AccessGrant> grants)
    {
        AccessGrant[] given = [.. grants];
        return given.Select(grant => grant.Fault()).FirstOrDefault(fault => fault is not null) is { } fault
            ? throw new EngineException(ErrorId.InvalidOption, "access grants", $"of one grant, {fault}", "see docs/access.md")
            : new AccessGrants(given, []);
    }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the columns
    /// <c>principal;level;code;detail;from;to</c> (docs/access.md). A row that makes no sense grants nothing, and is among <see cref="Skipped"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not the
    /// columns, or leaves a quote open.
    /// </exception>
    public static async Task<AccessGrants> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            int[] columns = [.. Columns.Select(column => reader.MandatoryColumn(column))];
            var grants = new List<AccessGrant>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                string[] fields = [.. columns.Select(column => reader.Field(column).Trim())];
                if (!IndicatorCodes.TryParse(fields[1], out TerritoryLevel level) || !IndicatorCodes.TryParse(fields[3], out TerritoryLevel detail))
                {
                    reader.Skip("its level or its detail is none");
                }
                else if (!TryDate(fields[4], out var from) || !TryDate(fields[5], out var to))
                {
                    reader.Skip("a date of it is none");
                }
                else if (new AccessGrant(fields[0], level, fields[2], detail, from, to) is var grant && grant.Fault() is { } fault)
                {
                    reader.Skip(fault);
                }
                else
                {
                    grants.Add(grant);
                }
            }

            _ = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new AccessGrants(grants, [.. reader.Skipped.OrderBy(static row => row.Line)]);
        }
    }

    /// <summary>What somebody may see on a day; nothing where nobody granted anything.</summary>
    public IReadOnlyList<AccessGrant> Find(string principal, DateOnly date) =>
        _byPrincipal.TryGetValue(principal, out var grants) ? [.. grants.Where(grant => grant.HoldsOn(date))] : [];

    private static bool TryDate(string text, out DateOnly? date)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found);
        date = isDate ? found : null;
        return isDate || text.Length == 0;
    }
}
