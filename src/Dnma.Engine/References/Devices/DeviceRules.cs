using System.Security.Cryptography;

namespace Dnma.Engine.References.Devices;

/// <summary>
/// Versioned rules that tell from a user agent and its client hints what device, system, browser or connected object it is, and whether
/// a robot or a monitor speaks (domain §7). The language of the rules is told at the head of their file. Immutable, thread safe.
/// </summary>
public sealed class DeviceRules
{
    /// <summary>Agents are read up to here, in bytes; real ones are far shorter, and the rest of a hostile one tells nothing.</summary>
    public const int LongestAgent = 2048;

    /// <summary>Client hints are read up to here, in bytes.</summary>
    public const int LongestHints = 4096;

    private const string Resource = "Dnma.Engine.References.Devices.device-rules.txt";

    private static readonly Lazy<DeviceRules> Embedded = new(() => Parse(ReadResource()));

    private readonly TokenAutomaton _tokens;
    private readonly HintTokens _hintTokens;
    private readonly RuleProgram _program;
    private readonly int _words;

    private DeviceRules(CompiledRules rules, string digest)
    {
        Version = rules.Version;
        Digest = digest;
        _tokens = rules.Tokens;
        _hintTokens = rules.HintTokens;
        _program = rules.Program;
        _words = BitSet.WordsFor(rules.BitCount);
    }

    /// <summary>The rules that the library carries.</summary>
    public static DeviceRules Default => Embedded.Value;

    /// <summary>The version that the file gives itself, for example <c>2026.1</c>.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hexadecimal digits: what a certificate names.</summary>
    public string Digest { get; }

    /// <summary>Reads rules from a file's content.</summary>
    /// <param name="utf8">The content, UTF-8, with or without byte order mark.</param>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.InvalidReference"/>: the content breaks the rules'
    /// language; the message names the line and the remedy.</exception>
    public static DeviceRules Parse(ReadOnlySpan<byte> utf8) =>
        new(DeviceRuleReader.Read(utf8), Convert.ToHexStringLower(SHA256.HashData(utf8)));

    /// <summary>
    /// Classifies an agent: a pure function of its arguments and these rules, in time linear in their length, for any bytes.
    /// It costs microseconds, so classify each distinct pair once.
    /// </summary>
    /// <param name="userAgent">The user agent, decoded; empty where none came. What lies beyond <see cref="LongestAgent"/> is not read.</param>
    /// <param name="clientHints">Matomo's <c>uadata</c> JSON, or <c>Sec-CH-UA-…: value</c> lines; empty where none came. What lies beyond
    /// <see cref="LongestHints"/> is not read; hints that make no sense count as absent.</param>
    /// <returns>What is known; nothing (and no flag) when both are empty.</returns>
    public AgentClass Classify(ReadOnlySpan<byte> userAgent, ReadOnlySpan<byte> clientHints)
    {
        var agent = userAgent[..Math.Min(userAgent.Length, LongestAgent)].Trim(" \t\r\n\""u8);
        var hints = clientHints[..Math.Min(clientHints.Length, LongestHints)];
        if (agent.IsEmpty && hints.IsEmpty)
        {
            return default;
        }

        Span<ulong> seen = stackalloc ulong[_words];
        seen.Clear();
        _tokens.Scan(agent, seen);
        ClientHintReader.Read(hints, _hintTokens, seen);
        return _program.Run(seen);
    }

    private static byte[] ReadResource()
    {
        using var stream = typeof(DeviceRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("the library was built without its device rules");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
