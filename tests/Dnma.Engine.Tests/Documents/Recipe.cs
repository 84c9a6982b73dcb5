namespace Dnma.Engine.Tests.Documents;

/// <summary>A question of the cookbook.</summary>
/// <param name="Question">Its heading.</param>
/// <param name="Code">How to answer it in C#; the last line is the answer.</param>
/// <param name="Sql">The same in SQL.</param>
/// <param name="Answer">The answer on the page, a table; empty before it was ever written.</param>
internal sealed record Recipe(string Question, string Code, string Sql, string Answer);
