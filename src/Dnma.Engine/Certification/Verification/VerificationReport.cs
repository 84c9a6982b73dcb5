using System.Globalization;

namespace Dnma.Engine.Certification.Verification;

/// <summary>
/// What became of a verification: what was checked, what was not, and what did not hold. Written by one thread; read by any once it is handed over.
/// </summary>
public sealed class VerificationReport
{
    private const int LongestText = 600;
    private readonly List<VerificationFinding> _findings = [];
    private readonly List<string> _checked = [];
    private readonly List<string> _unchecked = [];

    /// <summary>What does not hold; empty when everything that was checked is sound.</summary>
    public IReadOnlyList<VerificationFinding> Findings => _findings;

    /// <summary>What was checked and holds, one clause each, in order.</summary>
    public IReadOnlyList<string> Checked => _checked;

    /// <summary>What was not checked, and why, one clause each.</summary>
    public IReadOnlyList<string> Unchecked => _unchecked;

    /// <summary>Whether everything that was checked holds.</summary>
    public bool IsSound => _findings.Count == 0;

    /// <summary>The certificate; null where it could not be read.</summary>
    public Statements.CertificateStatement? Statement { get; internal set; }

    /// <summary>Whether figures were counted again in SQL, and compared.</summary>
    internal bool IsRecounted { get; set; }

    internal void Find(string artifact, string problem) => _findings.Add(new VerificationFinding(Plain(artifact), Plain(problem)));

    /// <summary>Checks something: either it finds what does not hold, or it is said to hold.</summary>
    internal void Check(string what, Action check)
    {
        var before = _findings.Count;
        check();
        Hold(what, before);
    }

    /// <summary>The same, of something that takes its time.</summary>
    internal async Task CheckAsync(string what, Func<Task> check)
    {
        var before = _findings.Count;
        await check().ConfigureAwait(false);
        Hold(what, before);
    }

    internal void Leave(string what) => _unchecked.Add(Plain(what));

    /// <summary>Names come from whoever wrote the files: none of them may write lines of its own on a reader's screen.</summary>
    private static string Plain(string text) => string.Concat(text.Take(LongestText).Select(unit => IsPlain(unit) ? unit : '?'));

    private static bool IsPlain(char unit) =>
        !char.IsControl(unit) && char.GetUnicodeCategory(unit) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private void Hold(string what, int before)
    {
        if (_findings.Count == before)
        {
            _checked.Add(Plain(what));
        }
    }
}
