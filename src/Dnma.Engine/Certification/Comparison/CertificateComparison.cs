using System.Globalization;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Certification.Comparison;

/// <summary>
/// Two certificates side by side: whether their figures may be compared at all, and what lies behind a difference. Immutable, thread safe.
/// </summary>
public sealed class CertificateComparison
{
    private CertificateComparison(CertificateStatement left, CertificateStatement right)
    {
        Definition = ValueDifference.Between(left.Definition, right.Definition);
        Inputs = [.. InputsOf(left, right)];
        Ledger = ValueDifference.Between(LedgerOf(left), LedgerOf(right));
        Files = ValueDifference.Between(FilesOf(left), FilesOf(right));
        HasSamePerimeter = left.Perimeter == right.Perimeter;
        IsReplacement = right.Replaces is { } replaces && replaces.Sha256 == Replacement.Of(left, "").Sha256;
    }

    /// <summary>The semantic choices that differ: norm, zone, days, levels, references, vocabularies.</summary>
    public IReadOnlyList<ValueDifference> Definition { get; }

    /// <summary>The inputs that differ.</summary>
    public IReadOnlyList<InputDifference> Inputs { get; }

    /// <summary>The numbers of the ledger that differ.</summary>
    public IReadOnlyList<ValueDifference> Ledger { get; }

    /// <summary>The published files whose bytes differ, by their digests.</summary>
    public IReadOnlyList<ValueDifference> Files { get; }

    /// <summary>Whether both were made under one definition, the measured days apart.</summary>
    public bool HasSameDefinition => Definition.All(difference => IsOfPeriod(difference.Name));

    /// <summary>Whether both are of the same days.</summary>
    public bool HasSamePeriod => !Definition.Any(difference => IsOfPeriod(difference.Name));

    /// <summary>Whether the same establishments were measured: where not, a change of the totals may be one of the perimeter alone.</summary>
    public bool HasSamePerimeter { get; }

    /// <summary>Whether the second names the first as the one that it replaces.</summary>
    public bool IsReplacement { get; }

    /// <summary>Puts two certificates side by side.</summary>
    /// <param name="left">The first, for example the earlier one.</param>
    /// <param name="right">The second.</param>
    public static CertificateComparison Of(CertificateStatement left, CertificateStatement right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CertificateComparison(left, right);
    }

    private static bool IsOfPeriod(string name) => name is "from" or "to-exclusive" or "asked-from" or "asked-to-exclusive";

    private static IEnumerable<InputDifference> InputsOf(CertificateStatement left, CertificateStatement right)
    {
        var unmatched = left.Inputs.ToList();
        var added = new List<InputRecord>();
        foreach (var input in right.Inputs)
        {
            if (!Remove(unmatched, other => other.Name == input.Name && other.Sha256 == input.Sha256))
            {
                added.Add(input);
            }
        }

        foreach (var input in added)
        {
            if (unmatched.Find(other => other.Name == input.Name) is { } changed)
            {
                unmatched.Remove(changed);
                yield return new InputDifference(InputChange.Changed, input.Name);
            }
            else if (unmatched.Find(other => other.Sha256 == input.Sha256) is { } renamed)
            {
                unmatched.Remove(renamed);
                yield return new InputDifference(InputChange.Renamed, input.Name, renamed.Name);
            }
            else
            {
                yield return new InputDifference(InputChange.Added, input.Name);
            }
        }

        foreach (var input in unmatched)
        {
            yield return new InputDifference(InputChange.Removed, input.Name);
        }
    }

    private static bool Remove(List<InputRecord> inputs, Predicate<InputRecord> match)
    {
        var index = inputs.FindIndex(match);
        if (index >= 0)
        {
            inputs.RemoveAt(index);
        }

        return index >= 0;
    }

    private static IEnumerable<KeyValuePair<string, string>> LedgerOf(CertificateStatement statement)
    {
        var (ledger, visits) = (statement.Ledger, statement.Ledger.Visits);
        LedgerLine[] lines =
        [
            new("read", ledger.Read), new("merged", ledger.Merged), new("accepted", ledger.Accepted), new("qualified", ledger.Qualified),
            new("visits counted", visits.Counted), new("hits of visits counted", visits.CountedHits),
            new("visits out of period", visits.OutOfPeriod), new("hits of visits out of period", visits.OutOfPeriodHits),
            new("visits out of perimeter", visits.OutOfPerimeter), new("hits of visits out of perimeter", visits.OutOfPerimeterHits), new("visits of robots", visits.RobotVisits),
            .. ledger.Rejected.Select(line => line with { Name = $"rejected {line.Name}" }),
            .. ledger.Excluded.Select(line => line with { Name = $"excluded {line.Name}" }),
            .. visits.ClosedBy.Select(line => line with { Name = $"visits closed by {line.Name}" }),
            .. ledger.Noticed.Select(line => line with { Name = $"noticed {line.Name}" }),
            .. statement.Coverage.Select(line => line with { Name = $"coverage {line.Name}" }),
            new("establishments", statement.Perimeter.Establishments),
        ];
        return lines.Select(line => new KeyValuePair<string, string>(line.Name, line.Count.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<KeyValuePair<string, string>> FilesOf(CertificateStatement statement) =>
        statement.Subjects.DistinctBy(file => file.Name).Select(file => new KeyValuePair<string, string>(file.Name, file.Sha256));
}
