namespace Dnma.Engine.References.Devices;

/// <summary>A rule file, ready to run.</summary>
/// <param name="Version">The version that the file gives itself.</param>
/// <param name="Tokens">Finds the tokens in agents.</param>
/// <param name="HintTokens">Finds the tokens in client hints.</param>
/// <param name="Program">The rules over what was found.</param>
/// <param name="BitCount">How many bits the rules use.</param>
internal sealed record CompiledRules(
    string Version, TokenAutomaton Tokens, HintTokens HintTokens, RuleProgram Program, int BitCount);
