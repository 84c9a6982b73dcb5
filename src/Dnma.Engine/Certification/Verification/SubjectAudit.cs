using System.Buffers;
using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Certification.Verification;

/// <summary>Whether the files of a folder are those that a statement is about, byte for byte. A name never leads out of the folder.</summary>
internal static class SubjectAudit
{
    private const int LongestName = 255;
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("/\\:*?\"<>|");

    /// <returns>The subjects whose bytes are those certified.</returns>
    public static IReadOnlySet<string> Run(string folder, CertificateStatement statement, VerificationReport report, CancellationToken cancellation)
    {
        var sound = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var subject in statement.Subjects)
        {
            cancellation.ThrowIfCancellationRequested();
            var problem = !IsBareName(subject.Name) ? "is no name of a file in the folder"
                : !names.Add(subject.Name) ? "is named twice"
                : subject.Name is CertificateStatement.FileName or DsseEnvelope.FileName ? "cannot be certified by itself"
                : RegularFile.ProblemOf(Path.Combine(folder, subject.Name), subject.Bytes, subject.Sha256, cancellation);
            if (problem is null)
            {
                sound.Add(subject.Name);
            }
            else
            {
                report.Find(IsBareName(subject.Name) ? subject.Name : "subject", problem);
            }
        }

        foreach (var missing in CertifiedFiles.Always.Where(name => !names.Contains(name)))
        {
            report.Find(missing, "the certificate does not speak of it, and every measurement has it");
        }

        foreach (var other in Others(folder, names))
        {
            report.Leave($"{other} is not a file of this certificate");
        }

        if (sound.Contains(CertificateMarkdown.FileName))
        {
            CheckReadable(folder, statement, report);
        }

        return sound;
    }

    /// <summary>What people read must say what was certified.</summary>
    private static void CheckReadable(string folder, CertificateStatement statement, VerificationReport report)
    {
        try
        {
            if (!RegularFile.ReadAll(Path.Combine(folder, CertificateMarkdown.FileName)).AsSpan().SequenceEqual(CertificateMarkdown.Write(statement)))
            {
                report.Find(CertificateMarkdown.FileName, $"does not say what {CertificateStatement.FileName} says");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            report.Find(CertificateMarkdown.FileName, "cannot be read");
        }
    }

    private static bool IsBareName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && !name.AsSpan().ContainsAny(NeverInNames) && !name.Any(char.IsControl) && Path.GetFileName(name) == name;

    private static string[] Others(string folder, HashSet<string> names)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))
                    .Where(name => !names.Contains(name) && name is not (CertificateStatement.FileName or DsseEnvelope.FileName))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
