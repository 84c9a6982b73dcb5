using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Reports;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Partials;

/// <summary>
/// Whether partial results are all shards of one measurement: what each of them found out for itself before hits are told apart must be the same
/// everywhere, each shard must be there once, and every accepted hit must be in exactly one.
/// </summary>
internal static class PartialAgreement
{
    private const string SameInputs = "let every shard read the same inputs, by the same names and in the same order";

    /// <summary>Checks all of it.</summary>
    /// <param name="files">The files, in any order, one at least.</param>
    /// <param name="engine">The version of this engine.</param>
    /// <param name="definition">The definition that is asked for.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnfitPartials"/>: they do not fit; what does not, and where, is said.</exception>
    public static void Check(IReadOnlyList<PartialFile> files, string engine, IReadOnlyList<KeyValuePair<string, string>> definition)
    {
        var first = files[0];
        foreach (var file in files)
        {
            CheckVersion(file, engine);
            CheckDefinition(file, definition);
            CheckShard(file, first);
        }

        foreach (var file in files)
        {
            CheckInputs(file, first);
            CheckReading(file, first);
        }

        CheckComplete(files);
        CheckHits(files);
    }

    private static void CheckVersion(PartialFile file, string engine) => Demand(
        file.Head.Engine == engine, file.Path, $"was written by version {file.Head.Engine} of the engine, and this is {engine}", "measure and merge with one version");

    private static void CheckDefinition(PartialFile file, IReadOnlyList<KeyValuePair<string, string>> definition)
    {
        var found = file.Head.Definition;
        for (var i = 0; i < Math.Max(found.Count, definition.Count); i++)
        {
            var (its, asked) = (i < found.Count ? found[i] : default, i < definition.Count ? definition[i] : default);
            Demand(
                its.Equals(asked),
                file.Path,
                its.Key == asked.Key
                    ? $"was measured under another definition: its {its.Key} is \"{its.Value}\", and \"{asked.Value}\" is asked for"
                    : $"was measured under another definition: \"{its.Key ?? asked.Key}\" is in only one of the two",
                "merge under the definition that the shards were measured under");
        }
    }

    private static void CheckShard(PartialFile file, PartialFile first)
    {
        Demand(
            file.Head.Shard.Count == first.Head.Shard.Count,
            file.Path,
            $"is shard {file.Head.Shard}, and {first.Path} is shard {first.Head.Shard}",
            "merge the shards of one division");
        Demand(
            file.Head.SecretFingerprint == first.Head.SecretFingerprint,
            file.Path,
            $"was measured with another secret than {first.Path}",
            "measure all shards with the same secret");
    }

    private static void CheckInputs(PartialFile file, PartialFile first)
    {
        var (inputs, others) = (file.Head.Inputs, first.Head.Inputs);
        for (var i = 0; i < Math.Min(inputs.Count, others.Count); i++)
        {
            Demand(inputs[i].Name == others[i].Name, file.Path, $"its input {i + 1} is {inputs[i].Name}, and that of {first.Path} is {others[i].Name}", SameInputs);
            Demand(inputs[i] == others[i], file.Path, $"the input {inputs[i].Name} was not the same as when {first.Path} was measured: {DifferenceOf(inputs[i], others[i])}", SameInputs);
        }

        Demand(inputs.Count == others.Count, file.Path, $"has {inputs.Count} inputs, and {first.Path} has {others.Count}", SameInputs);
    }

    private static string DifferenceOf(InputRecord input, InputRecord other) =>
        input.Bytes != other.Bytes ? $"{input.Bytes} bytes, and {other.Bytes}"
        : input.Sha256 != other.Sha256 ? "as many bytes with another SHA-256"
        : input.Layout != other.Layout ? $"read as {input.Layout}, and as {other.Layout}"
        : $"{input.Lines} lines, {input.Records} records{Noted(input)}, and {other.Lines}, {other.Records}{Noted(other)}";

    private static string Noted(InputRecord input) => input.Note.Length > 0 ? $" ({input.Note})" : "";

    /// <summary>Equal inputs are read equally, whatever the machine; where they were not, no figure can be trusted.</summary>
    private static void CheckReading(PartialFile file, PartialFile first)
    {
        var (head, other) = (file.Head, first.Head);
        Same(head.Read == other.Read, "records read");
        Same(head.Merged == other.Merged, "parts of split hits");
        Same(head.Rejected.SequenceEqual(other.Rejected), "rejected records");
        Same(head.Rejects.SequenceEqual<RejectRow>(other.Rejects), "first rejected records");
        Same(head.Notices.SequenceEqual(other.Notices), "hits noticed");

        void Same(bool holds, string what) => Demand(
            holds, file.Path, $"has other {what} than {first.Path}, of the same inputs", "measure both shards again; if it happens again, it is a defect of the engine");
    }

    private static void CheckComplete(IReadOnlyList<PartialFile> files)
    {
        var count = files[0].Head.Shard.Count;
        var paths = new string?[count];
        foreach (var file in files)
        {
            ref var path = ref paths[file.Head.Shard.Index - 1];
            Demand(path is null, file.Path, $"is shard {file.Head.Shard}, and so is {path}", "name each shard once");
            path = file.Path;
        }

        var missing = Enumerable.Range(1, count).Where(index => paths[index - 1] is null).Select(index => new VisitorShard(index, count).ToString()).ToArray();
        Demand(missing.Length == 0, "partial results", $"of {count} shards there is none for {string.Join(", ", missing)}", "measure and name every shard");
    }

    private static void CheckHits(IReadOnlyList<PartialFile> files)
    {
        var hits = files.Sum(file => file.Head.Qualification.Accepted);
        foreach (var file in files)
        {
            Demand(
                file.Head.Qualification.Accepted + file.Head.Elsewhere == hits,
                file.Path,
                $"knows of {file.Head.Qualification.Accepted + file.Head.Elsewhere} accepted hits, and all shards together have {hits}",
                "measure all shards again; if it happens again, it is a defect of the engine");
        }
    }

    private static void Demand(bool holds, string subject, string problem, string remedy)
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.UnfitPartials, subject, problem, remedy);
        }
    }
}
