namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>An exchange that was found: which units it moves, and which of those to be protected it lets grow.</summary>
/// <param name="Units">The units that change.</param>
/// <param name="Protected">Those of them that have too few users, and that may hold one visit more for all that anybody can tell.</param>
internal sealed record Exchange(int[] Units, int[] Protected);
