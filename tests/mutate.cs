#!/usr/bin/env dotnet
#:package Microsoft.CodeAnalysis.CSharp@5.9.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

// Mutates the comparisons and boundaries of rooms and lists the mutants that no test notices. All mutants are built at once, into a copy of
// the repository: each is an expression that a number in the environment chooses, so a mutant costs one run of the tests, not a build.
//
//   dotnet run tests/mutate.cs -- plant <folder> [room...]          copies the repository, rewrites the rooms (Visits Indicators), builds
//   dotnet run tests/mutate.cs -- run <folder> [id|from-to...]    runs the tests of its room under each mutant
//   dotnet run tests/mutate.cs -- widen <folder> [id|from-to...]  runs more tests under those that are alive
//
// Mutants are in <folder>/mutants.tsv, their fates in <folder>/results.tsv; what has a fate is not run again. Not mutated: constants,
// attributes, sizes of arrays, shifts and masks. A version of its own, which projects of the solution shall not be pinned to.
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

const string Variable = "DNMA_MUTANT";
string[] wide = ["Visits", "Indicators", "Reports", "Measurements", "Certification", "Agreement"];

if (args is not [("plant" or "run" or "widen") and var verb, var folder, .. var rest])
{
    Console.Error.WriteLine("usage: mutate.cs plant <folder> [room...] | run|widen <folder> [id|from-to...]");
    return 1;
}

folder = Path.GetFullPath(folder);
return verb == "plant" ? Plant(rest.Length > 0 ? rest : ["Visits", "Indicators"]) : Run(rest);

int Plant(string[] rooms)
{
    var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
    foreach (var file in Output("git", "-C", root, "ls-files", "-co", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        if (File.Exists(Path.Combine(root, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(root, file), Path.Combine(folder, file), overwrite: true);
        }
    }

    var library = Path.Combine(folder, "src", "Dnma.Engine");
    var planter = new Planter();
    foreach (var path in rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(library, room), "*.cs", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
    {
        File.WriteAllText(path, planter.Plant(Path.GetRelativePath(library, path), File.ReadAllText(path)));
    }

    File.WriteAllText(Path.Combine(library, "Mutant.cs"), $$"""
        namespace Dnma.Engine;

        internal static class Mutant
        {
            private static readonly int Chosen = int.TryParse(System.Environment.GetEnvironmentVariable("{{Variable}}"), out var id) ? id : 0;

            public static bool Is(int id) => id == Chosen;

            public static int Sign(int id) => id == Chosen ? -1 : 1;

            public static T Shift<T>(int more, int less, T value) where T : System.Numerics.INumber<T> =>
                Chosen == more ? value + T.One : Chosen == less ? value - T.One : value;
        }
        """);
    File.WriteAllLines(Path.Combine(folder, "mutants.tsv"), planter.Mutants.Select((mutant, index) => $"{index + 1}\t{mutant}"));
    Console.WriteLine($"{planter.Mutants.Count} mutants");
    var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(folder, "tests", "Dnma.Engine.Tests"),
        "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-p:NoWarn=CS8600%3BCS8602%3BCS8604", "-v", "q"]))!;
    build.WaitForExit();
    return build.ExitCode;
}

int Run(string[] chosen)
{
    var results = Path.Combine(folder, "results.tsv");
    var fates = new Dictionary<string, string>();
    var limits = new Dictionary<string, int>();
    foreach (var line in File.Exists(results) ? File.ReadAllLines(results) : [])
    {
        fates[line.Split('\t')[0]] = line.Split('\t')[^1];
    }

    foreach (var mutant in File.ReadLines(Path.Combine(folder, "mutants.tsv")))
    {
        var (id, path) = (mutant.Split('\t')[0], mutant.Split('\t')[1]);
        if ((verb == "widen" ? fates.GetValueOrDefault(id) == "alive" : !fates.ContainsKey(id))
            && (chosen.Length == 0 || chosen.Any(range => IsIn(range, int.Parse(id, CultureInfo.InvariantCulture)))))
        {
            var isKilled = verb == "widen" ? Fails(id, wide, seconds: 400) : Fails(id, [path.Split('/')[0]], LimitOf(path.Split('/')[0]));
            var fate = isKilled ? "killed" : verb == "widen" ? "survived" : "alive";
            File.AppendAllText(results, $"{mutant}\t{fate}\n");
            Console.WriteLine($"{fate}\t{mutant}");
        }
    }

    return 0;

    // Three times what the room's tests take without a mutant, on this machine and now.
    int LimitOf(string room)
    {
        if (!limits.TryGetValue(room, out var limit))
        {
            var watch = Stopwatch.StartNew();
            limits[room] = limit = Fails("0", [room], seconds: 1200)
                ? throw new InvalidOperationException($"the tests of {room} fail without a mutant")
                : 15 + (3 * (int)watch.Elapsed.TotalSeconds);
        }

        return limit;
    }
}

static bool IsIn(string range, int id)
{
    var ends = Array.ConvertAll(range.Split('-'), end => int.Parse(end, CultureInfo.InvariantCulture));
    return id >= ends[0] && id <= ends[^1];
}

bool Fails(string id, string[] rooms, int seconds)
{
    var start = new ProcessStartInfo(Path.Combine(folder, "tests", "Dnma.Engine.Tests", "bin", "Debug", "net10.0", "Dnma.Engine.Tests"))
    { RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var argument in rooms.SelectMany(room => new[] { "-namespace", $"Dnma.Engine.Tests.{room}*" }).Append("-stopOnFail"))
    {
        start.ArgumentList.Add(argument);
    }

    start.Environment[Variable] = id;
    start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
    using var tests = Process.Start(start)!;
    tests.BeginOutputReadLine();
    tests.BeginErrorReadLine();
    if (tests.WaitForExit(TimeSpan.FromSeconds(seconds)))
    {
        return tests.ExitCode != 0;
    }

    tests.Kill(entireProcessTree: true);
    return true; // A mutant that does not end is noticed.
}

static string Output(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
    return process.StandardOutput.ReadToEnd();
}

/// <summary>Rewrites expressions so that a number chooses between what they were and what they might wrongly be.</summary>
internal sealed class Planter : CSharpSyntaxRewriter
{
    private string _file = "";

    public List<string> Mutants { get; } = [];

    public string Plant(string file, string text)
    {
        _file = file;
        return Visit(CSharpSyntaxTree.ParseText(text).GetRoot()).ToFullString();
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var (left, right) = ((ExpressionSyntax)Visit(node.Left), (ExpressionSyntax)Visit(node.Right));
        var operation = node.OperatorToken.Text;
        switch (operation)
        {
            case "==" or "!=":
                return Parse($"({Is(node, "negated")} != ({left} {operation} {right}))", node);
            case "<" or "<=" or ">" or ">=":
                var edge = operation.Length == 1 ? operation + "=" : operation[..1];
                return Parse($"({Is(node, edge)} ? {left} {edge} {right} : {Is(node, "negated")} != ({left} {operation} {right}))", node);
            case "&&" or "||":
                return Parse($"({Droppable(node.Left, left, operation)} {operation} {Droppable(node.Right, right, operation)})", node);
            default:
                return node.WithLeft(left).WithRight(right);
        }
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var parts = Parts(node.Pattern).ToArray();
        return parts.Length == 1 ? node : Parse($"({string.Join(" || ", parts.Select(part => $"({node.Expression} is {part} && !{Is(node, $"without {part}")})"))})", node);
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (IsFixed(node))
        {
            return node;
        }

        if (node.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression)
        {
            return Parse(node.Token.ValueText == "true" ? $"!{Is(node, "false")}" : Is(node, "true"), node);
        }

        var isBoundary = node.Parent is BinaryExpressionSyntax { OperatorToken.Text: "<" or "<=" or ">" or ">=" or "+" or "-" or "*" or "/" or "%" }
            or AssignmentExpressionSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
            or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax };
        return isBoundary && node.Token.Value is int or long && !node.Token.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? Parse($"Mutant.Shift({Next(node, "+ 1")}, {Next(node, "- 1")}, {node})", node)
            : node;
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        var name = node.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.Text : node.Expression.ToString();
        return name switch
        {
            _ when node.Parent is ExpressionStatementSyntax or ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } => visited, // Gives nothing back.
            "Min" or "Max" when node.Expression.ToString().StartsWith("Math.", StringComparison.Ordinal) => Parse(
                $"({Is(node, name == "Min" ? "Max" : "Min")} ? Math.{(name == "Min" ? "Max" : "Min")}{visited.ArgumentList} : {visited})", node),
            "CompareTo" or "Compare" or "CompareUtf8" or "CompareOrdinal" or "CompareKey" or "CompareContent" or "CompareTraits" or "CompareLeftovers" =>
                Parse($"(Mutant.Sign({Next(node, "backwards")}) * {visited})", node),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Condition(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Condition(node.Condition, visited.Condition));
    }

    private ExpressionSyntax Condition(ExpressionSyntax original, ExpressionSyntax visited) =>
        original is BinaryExpressionSyntax || Declares(original) ? visited : Parse($"({Is(original, "negated")} != ({visited}))", original);

    private string Droppable(ExpressionSyntax original, ExpressionSyntax visited, string operation) =>
        original is BinaryExpressionSyntax { OperatorToken.Text: var inner } && inner == operation ? visited.ToString()
        : Declares(original) ? $"({visited})"
        : operation == "&&" ? $"({Is(original, "dropped")} || {visited})"
        : $"(!{Is(original, "dropped")} && {visited})";

    private static bool Declares(ExpressionSyntax expression) => expression.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any();

    private static IEnumerable<PatternSyntax> Parts(PatternSyntax pattern) => pattern is BinaryPatternSyntax { OperatorToken.Text: "or" } either
        ? Parts(either.Left).Concat(Parts(either.Right))
        : [pattern];

    private static bool IsFixed(SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor
        is AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or PatternSyntax or CaseSwitchLabelSyntax or ArrayRankSpecifierSyntax
        or LocalDeclarationStatementSyntax { IsConst: true }
        || ancestor is ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax { OperatorToken.Text: "&" } }
        || (ancestor is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)));

    private string Is(SyntaxNode node, string change) => $"Mutant.Is({Next(node, change)})";

    private int Next(SyntaxNode node, string change)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        Mutants.Add($"{_file}:{line}\t{change}\t{string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        return Mutants.Count;
    }

    private static ExpressionSyntax Parse(string text, SyntaxNode old) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(old);
}
