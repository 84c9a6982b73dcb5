using System.Globalization;
using System.Security.Cryptography;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>
/// The deployment register: which establishments have a workspace, of which project and on which platform, since when, with how many accounts. What is
/// declared, beside what is measured (domain §1: crossing with deployment data). Immutable, thread safe.
/// </summary>
public sealed class DeploymentRegister
{
    private DeploymentRegister(IReadOnlyList<DeployedEstablishment> establishments, IReadOnlyList<SkippedRow> skipped, string digest)
    {
        Establishments = establishments;
        Skipped = skipped;
        Digest = digest;
    }

    /// <summary>The register that declares nothing.</summary>
    public static DeploymentRegister Empty { get; } = new([], [], Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>Its rows, by UAI, project and platform: an establishment may stand in several.</summary>
    public IReadOnlyList<DeployedEstablishment> Establishments { get; }

    /// <summary>How many rows it has.</summary>
    public int Count => Establishments.Count;

    /// <summary>The rows that were not used, by line.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public string Digest { get; }

    /// <summary>The UAI of those whose workspace is there on one of some days at least, each once, in order.</summary>
    /// <param name="days">Local days.</param>
    public IReadOnlyList<string> DeployedIn(DayRange days) =>
        [.. Establishments.Where(row => row.IsDeployed(days)).Select(static row => row.Uai).Distinct(StringComparer.Ordinal)];

    /// <summary>The register of some of its rows.</summary>
    internal DeploymentRegister Where(Func<DeployedEstablishment, bool> isKept) => new([.. Establishments.Where(isKept)], Skipped, Digest);

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>. Only the column <c>uai</c> is required; the others are
    /// <c>project</c>, <c>platform</c>, <c>opened_on</c>, <c>closed_on</c> (the first day without it), and by profile <c>created_eleve</c>,
    /// <c>activated_eleve</c>, <c>created_parent</c> and so on (docs/deployment.md). An empty cell says nothing. A row that cannot be read is skipped.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the column, or leaves a quote open.
    /// </exception>
    public static async Task<DeploymentRegister> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var columns = new DeploymentColumns(reader);
            var rows = new Dictionary<(string Uai, string Project, string Platform), DeployedEstablishment>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    var row = columns.Read();
                    if (!rows.TryAdd((row.Uai, row.Project, row.Platform), row))
                    {
                        reader.Skip("an earlier row is of the same establishment, project and platform");
                    }
                }
                catch (FormatException error)
                {
                    reader.Skip(error.Message);
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new DeploymentRegister(
                [.. rows.Values.OrderBy(static row => row.Uai, StringComparer.Ordinal).ThenBy(static row => row.Project, StringComparer.Ordinal).ThenBy(static row => row.Platform, StringComparer.Ordinal)],
                [.. reader.Skipped.OrderBy(static row => row.Line)],
                digest);
        }
    }

    /// <summary>Where the register's columns stand in a file, and what a row's fields mean. Not thread safe.</summary>
    private sealed class DeploymentColumns(ReferenceReader reader)
    {
        private readonly int _uai = reader.MandatoryColumn("uai");
        private readonly int _project = reader.Column("project");
        private readonly int _platform = reader.Column("platform");
        private readonly int _openedOn = reader.Column("opened_on");
        private readonly int _closedOn = reader.Column("closed_on");
        private readonly int[] _created = ByProfile(reader, "created_");
        private readonly int[] _activated = ByProfile(reader, "activated_");

        /// <exception cref="FormatException">The row cannot be read; the message says why, as a clause that holds nothing of it.</exception>
        public DeployedEstablishment Read()
        {
            var accounts = new AccountCounts[ProfileCodes.Count];
            for (var profile = 0; profile < accounts.Length; profile++)
            {
                accounts[profile] = new AccountCounts(Count(_created[profile]), Count(_activated[profile]));
                if (accounts[profile] is { Created: { } created, Activated: { } activated } && activated > created)
                {
                    throw new FormatException("more accounts are activated than created");
                }
            }

            var row = new DeployedEstablishment(
                Uai.TryNormalize(reader.Field(_uai), out var uai, out _) ? uai : throw new FormatException("its uai has not the form of a UAI"), accounts)
            {
                Project = reader.Field(_project),
                Platform = reader.Field(_platform),
                OpenedOn = Date(_openedOn),
                ClosedOn = Date(_closedOn),
            };
            return row is { OpenedOn: { } opened, ClosedOn: { } closed } && closed <= opened ? throw new FormatException("it closes before it opens") : row;
        }

        private static int[] ByProfile(ReferenceReader reader, string prefix) =>
            [.. Enum.GetValues<Profile>().Select(profile => reader.Column(prefix + profile.Code()))];

        private long? Count(int column) => reader.Field(column) is not { Length: > 0 } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : throw new FormatException("a number of accounts is none");

        private DateOnly? Date(int column) => reader.Field(column) is not { Length: > 0 } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new FormatException("a date is not written YYYY-MM-DD");
    }
}
