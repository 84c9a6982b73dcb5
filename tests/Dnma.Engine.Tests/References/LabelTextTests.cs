using System.Text;
using Dnma.Engine.References;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

public class LabelTextTests
{
    [Theory]
    [InlineData("  ENT Élan  ", LabelCase.Kept, "ENT Élan")]
    [InlineData("MOODLE", LabelCase.Lower, "moodle")]
    [InlineData("\u00A0x\u2003", LabelCase.Kept, "x")]
    [InlineData("a\tb", LabelCase.Kept, "a\uFFFDb")]
    [InlineData("inconnu", LabelCase.Kept, "")]
    [InlineData("Inconnu", LabelCase.Kept, "Inconnu")]
    [InlineData("INCONNU", LabelCase.Lower, "")]
    [InlineData("", LabelCase.Lower, "")]
    public void Labels_get_their_normal_form(string text, LabelCase letterCase, string expected) =>
        Assert.Equal(expected, Canonical(Encoding.UTF8.GetBytes(text), letterCase));

    [Fact]
    public void Invalid_utf8_is_replaced_as_unicode_recommends()
    {
        Assert.Equal("\uFFFD", Canonical([0xFF], LabelCase.Kept));
        Assert.Equal("a\uFFFDb", Canonical([(byte)'a', 0xE2, 0x82, (byte)'b'], LabelCase.Kept)); // one truncated character
        Assert.Equal("\uFFFD\uFFFD", Canonical([0xC0, 0x80], LabelCase.Kept)); // overlong
        Assert.Equal("\uFFFD\uFFFD\uFFFD", Canonical([0xED, 0xA0, 0x80], LabelCase.Kept)); // a surrogate
    }

    [Fact]
    public void A_long_label_is_cut_before_the_character_that_would_not_fit()
    {
        Assert.Equal(new string('a', 256), Canonical(Encoding.UTF8.GetBytes(new string('a', 257)), LabelCase.Kept));
        Assert.Equal(new string('a', 255), Canonical(Encoding.UTF8.GetBytes(new string('a', 255) + "é"), LabelCase.Kept));
        Assert.Equal(new string('a', 254) + "é", Canonical(Encoding.UTF8.GetBytes(new string('a', 254) + "éé"), LabelCase.Kept));
        Assert.Equal(new string('a', 255), Canonical(Encoding.UTF8.GetBytes(new string('a', 255) + " b"), LabelCase.Kept));
    }

    [Fact]
    public void A_short_destination_is_refused() =>
        Assert.Throws<ArgumentException>(() => LabelText.Canonicalize("x"u8, new byte[LabelText.MaxBytes - 1], LabelCase.Kept));

    [Property]
    public bool Twice_is_once(byte[] bytes, bool lower)
    {
        var letterCase = lower ? LabelCase.Lower : LabelCase.Kept;
        var once = Canonical(bytes, letterCase);
        return Canonical(Encoding.UTF8.GetBytes(once), letterCase) == once;
    }

    [Property]
    public bool The_form_is_valid_short_trimmed_text_without_controls(byte[] bytes)
    {
        Span<byte> destination = stackalloc byte[LabelText.MaxBytes];
        var written = LabelText.Canonicalize(bytes, destination, LabelCase.Lower);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(destination[..written]);
        return text.Trim() == text && !text.Any(char.IsControl) && !text.Any(char.IsAsciiLetterUpper);
    }

    private static string Canonical(byte[] bytes, LabelCase letterCase)
    {
        Span<byte> destination = stackalloc byte[LabelText.MaxBytes];
        return Encoding.UTF8.GetString(destination[..LabelText.Canonicalize(bytes, destination, letterCase)]);
    }
}
