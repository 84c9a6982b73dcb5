using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References.Devices;

public class RuleLanguageTests
{
    [Theory]
    // Words: no letter or digit may touch a token's letters and digits.
    [InlineData("bot", "a bot b", true)]
    [InlineData("bot", "a_bot-b", true)]
    [InlineData("bot", "robot", false)]
    [InlineData("bot", "bots", false)]
    [InlineData("bot", "bot2", false)]
    [InlineData("bot", "ébot", false)]
    [InlineData("*bot", "Googlebot/2", true)]
    [InlineData("*bot", "robots", false)]
    [InlineData("bot*", "bots", true)]
    [InlineData("bot*", "robots", false)]
    [InlineData("*bot*", "robots", true)]
    [InlineData("Chrome/", "Chrome/120", true)]
    [InlineData("Chrome/", "HeadlessChrome/120", false)]
    // Case, plus signs.
    [InlineData("GoogleBOT", "gOOGLEbot", true)]
    [InlineData("\"Family Hub\"", "Family+Hub", true)]
    [InlineData("\"a|b\"", "x a|b y", true)]
    // Ends of the agent, which is read without the spaces and quotes around it.
    [InlineData("^curl/", "curl/8", true)]
    [InlineData("^curl/", "\"curl/8\"", true)]
    [InlineData("^curl/", "x curl/8", false)]
    [InlineData("TV$", "a TV", true)]
    [InlineData("TV$", "TV a", false)]
    [InlineData("^node$", "node", true)]
    [InlineData("^node$", "node x", false)]
    // Digits.
    [InlineData("SM-T###", "SM-T500", true)]
    [InlineData("SM-T###", "SM-T50", false)]
    [InlineData("SM-T###", "SM-T5000", false)]
    [InlineData("SM-T###*", "SM-T500X", true)]
    [InlineData("SM-T#", "SM-TX", false)]
    [InlineData("AGS#-W", "AGS3-W", true)]
    // A second sight counts when the first fails; tokens inside tokens are all seen.
    [InlineData("bot", "robot bot", true)]
    [InlineData("^ab !abc", "abc", false)]
    [InlineData("ab* abc* bc | *bc", "abc", true)]
    // Terms.
    [InlineData("aa | bb", "bb", true)]
    [InlineData("aa bb", "bb", false)]
    [InlineData("aa bb", "bb aa", true)]
    [InlineData("aa !bb | cc", "aa cc", false)]
    [InlineData("aa !bb | cc", "aa dd", true)]
    public void A_condition_holds_or_not(string condition, string agent, bool isRobot)
    {
        var rules = Parse($"version 1\n[agent]\nrobot {condition}\n");
        var flags = rules.Classify(Encoding.UTF8.GetBytes(agent), default).Flags;
        Assert.Equal(isRobot ? HitFlags.Robot : HitFlags.None, flags);
    }

    [Fact]
    public void The_first_rule_that_holds_decides_and_later_sections_may_ask()
    {
        var rules = Parse("""
            version 2030.4

            // A comment.
            [facts]
            big   xx
            big   yy
              | zz
            [os]
            linux  @big
            windows
            [device]
            tv     @os.linux
            smartphone
            """);
        Assert.Equal("2030.4", rules.Version);
        Assert.Equal("autreappareil tv linux inconnu -", Describe(rules, "a zz"));
        Assert.Equal("autreappareil tv linux inconnu -", Describe(rules, "xx"));
        Assert.Equal("smartphone aucun windows inconnu -", Describe(rules, "other"));
    }

    [Theory]
    [InlineData("", 1, "no version")]
    [InlineData("version 1\n", 1, "no rule")]
    [InlineData("[os]\n", 1, "begin with its version")]
    [InlineData("version 1\nlinux X11\n", 2, "before the first section")]
    [InlineData("version 1\n[nonsense]\n", 2, "[nonsense] is no section")]
    [InlineData("version 1\n[\n", 2, "[ is no section")]
    [InlineData("version 1\n[os] linux\n", 2, "[os] is no section")]
    [InlineData("version 1\n[os]\n\n// x\ntoaster X11\n", 5, "cannot decide toaster")]
    [InlineData("version 1\n[os]\nlinux X11 |\n", 3, "ends in a bar")]
    [InlineData("version 1\n[os]\nlinux X11 | | Y11\n", 3, "choice is missing")]
    [InlineData("version 1\n[os]\nlinux !\n", 3, "choice is missing")]
    [InlineData("version 1\n[os]\nlinux \"X11\n", 3, "quote is not closed")]
    [InlineData("version 1\n[os]\nlinux X11 |\n  x\n", 3, "x is no token")]
    [InlineData("version 1\n[os]\nlinux x\n", 3, "x is no token")]
    [InlineData("version 1\n[os]\nlinux aa*bb\n", 3, "aa*bb is no token")]
    [InlineData("version 1\n[os]\nlinux ^*aa\n", 3, "^*aa is no token")]
    [InlineData("version 1\n[os]\nlinux a###\n", 3, "a### is no token")]
    [InlineData("version 1\n[os]\nlinux @never\n", 3, "@never is not known")]
    [InlineData("version 1\n[os]\nlinux @device.tv\n", 3, "@device.tv is not known")]
    [InlineData("version 1\n[os]\nlinux ch-weather:sunny\n", 3, "is no hint")]
    [InlineData("version 1\n[os]\nlinux ch-platform:\n", 3, "is no hint")]
    [InlineData("version 1\n[facts]\nlonely\n", 3, "no fact with a condition")]
    public void A_file_that_breaks_the_language_is_refused_with_its_line(string file, int line, string problem)
    {
        var error = Assert.Throws<EngineException>(() => Parse(file));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Equal($"device rules, line {line}", error.Subject);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Property(MaxTest = 1000)]
    public Property Any_file_is_read_or_refused() => Prop.ForAll(
        Gen.Elements(
                "version 1\n", "[agent]\n", "[facts]\n", "[os]\n", "robot ", "linux ", "name ", "token* ", "@name ", "ch-mobile:1 ", "| ", "! ",
                "\"", "^", "$", "#", "*", "  ", "\n", "\n\n  ", "// ", "é", "\0", "]")
            .ListOf()
            .ToArbitrary(),
        pieces =>
        {
            try
            {
                Parse("version 1\n" + string.Concat(pieces));
            }
            catch (EngineException e)
            {
                return e.Id == ErrorId.InvalidReference;
            }

            return true;
        });

    [Fact]
    public void Too_many_tokens_are_refused()
    {
        var file = new StringBuilder("version 1\n[agent]\n");
        for (var i = 0; i < 17_000; i++)
        {
            file.Append("robot z").Append(i).Append('\n');
        }

        Assert.Equal(ErrorId.InvalidReference, Assert.Throws<EngineException>(() => Parse(file.ToString())).Id);

        var longs = new StringBuilder("version 1\n[agent]\n");
        for (var i = 0; i < 100; i++)
        {
            longs.Append("robot ").Append(i + 100).Append('x', 1000).Append('\n');
        }

        Assert.Equal(ErrorId.InvalidReference, Assert.Throws<EngineException>(() => Parse(longs.ToString())).Id);
    }

    [Fact]
    public void The_digest_is_that_of_the_bytes_and_line_ends_change_nothing_else()
    {
        var unix = "version 7\n[agent]\nrobot crawl*\n"u8.ToArray();
        var windows = "\uFEFFversion 7\r\n[agent]\r\nrobot crawl*\r\n"u8.ToArray();
        var rules = DeviceRules.Parse(unix);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(unix)), rules.Digest);
        Assert.NotEqual(rules.Digest, DeviceRules.Parse(windows).Digest);
        Assert.Equal(rules.Classify("crawler"u8, default), DeviceRules.Parse(windows).Classify("crawler"u8, default));
    }

    [Fact]
    public void The_library_carries_a_version_and_a_digest()
    {
        Assert.Matches("^[0-9]{4}\\.[0-9]+$", DeviceRules.Default.Version);
        Assert.Matches("^[0-9a-f]{64}$", DeviceRules.Default.Digest);
        Assert.Same(DeviceRules.Default, DeviceRules.Default);
    }

    private static DeviceRules Parse(string file) => DeviceRules.Parse(Encoding.UTF8.GetBytes(file));

    private static string Describe(DeviceRules rules, string agent) =>
        AgentCorpus.Describe(rules.Classify(Encoding.UTF8.GetBytes(agent), default));
}
