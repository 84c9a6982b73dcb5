using System.Globalization;
using System.Text;
using Dnma.Engine.References;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>Expected values: domain §6, and the check letters by hand.</summary>
public class UaiTests
{
    [Theory]
    [InlineData("0010024W")]
    [InlineData("0220158C")]
    [InlineData("0040533H")]
    [InlineData("0301674G")]
    [InlineData("0490867B")]
    public void Real_ones_have_the_right_letter(string uai)
    {
        Assert.True(Uai.TryNormalize(uai, out var normal, out var letterIsRight));
        Assert.Equal(uai, normal);
        Assert.True(letterIsRight);
        Assert.True(Uai.IsValid(uai));
    }

    [Theory]
    [InlineData("0450822X", 'Z')] // 450 822 = 23 × 19 600 + 22, the last of the 23 letters
    [InlineData("1234567Z", 'W')] // 1 234 567 = 23 × 53 676 + 19
    [InlineData("0410892Y", 'X')] // domain §6 says so: a real entry error
    [InlineData("0450810Q", 'L')] // 450 810 = 23 × 19 600 + 10
    public void A_wrong_letter_is_kept_and_told(string uai, char expected)
    {
        Assert.True(Uai.TryNormalize(uai, out var normal, out var letterIsRight));
        Assert.Equal(uai, normal);
        Assert.False(letterIsRight);
        Assert.False(Uai.IsValid(uai));
        Assert.Equal((byte)expected, Uai.ExpectedLetter(Encoding.ASCII.GetBytes(uai)));
    }

    [Theory]
    [InlineData(" 0220158c\t")]
    [InlineData("0220158c")]
    [InlineData("\u00A00220158C\r\n")]
    public void Surrounding_white_space_and_case_do_not_matter(string text)
    {
        Assert.True(Uai.TryNormalize(text, out var normal, out var letterIsRight));
        Assert.Equal("0220158C", normal);
        Assert.True(letterIsRight);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("220158C")]
    [InlineData("00220158C")]
    [InlineData("02201588")]
    [InlineData("022 158C")]
    [InlineData("0220158\u0000")]
    [InlineData("0220158É")]
    [InlineData("0220158[")]
    [InlineData("0220158@")]
    [InlineData("٠220158C")] // an Arabic digit
    [InlineData(null)]
    public void Other_texts_are_no_uai(string? text)
    {
        Assert.False(Uai.TryNormalize(text, out var normal, out var letterIsRight));
        Assert.Equal("", normal);
        Assert.False(letterIsRight);
    }

    [Fact]
    public void What_is_no_uai_leaves_the_destination_alone()
    {
        Span<byte> destination = stackalloc byte[Uai.Length];
        destination.Fill(7);
        Assert.False(Uai.TryNormalize("0220158\u00FF"u8, destination, out _));
        Assert.Equal(-1, destination.IndexOfAnyExcept((byte)7));
    }

    [Property]
    public bool Any_bytes_are_read_without_a_fault(byte[] bytes)
    {
        Span<byte> destination = stackalloc byte[Uai.Length];
        var isUai = Uai.TryNormalize(bytes, destination, out var letterIsRight);
        return isUai || !letterIsRight;
    }

    [Property]
    public bool Of_all_letters_exactly_the_expected_one_is_right(uint seed)
    {
        var digits = (seed % 10_000_000).ToString("0000000", CultureInfo.InvariantCulture);
        var right = Enumerable.Range('A', 26).Select(letter => (char)letter).Where(letter => Uai.IsValid(digits + letter)).ToArray();
        return right is [var only] && only == (char)Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits)) && only is not ('I' or 'O' or 'Q');
    }

    [Fact]
    public void The_letter_of_less_than_seven_digits_is_none() => Assert.Equal(0, Uai.ExpectedLetter("123456"u8));

    [Theory]
    [InlineData("0450822X", "45")]
    [InlineData("0010024W", "01")]
    [InlineData("0950001A", "95")]
    [InlineData("6200001G", "2A")]
    [InlineData("7200001A", "2B")]
    [InlineData("9710001A", "971")]
    [InlineData("9740001A", "974")]
    [InlineData("9750001C", "975")]
    [InlineData("9760127J", "976")]
    [InlineData("9780001A", "978")]
    [InlineData("9830002K", "988")] // a lycée in Nouméa
    [InlineData("9870026P", "986")] // the lycée of Wallis
    [InlineData("0960001A", null)]
    [InlineData("0200001A", null)]
    [InlineData("0000001A", null)]
    [InlineData("9700001A", null)]
    [InlineData("9790001A", null)]
    [InlineData("1234567Z", null)]
    [InlineData("04", null)]
    [InlineData("", null)]
    [InlineData("2A0", null)]
    public void The_prefix_names_the_departement(string uai, string? code) =>
        Assert.Equal(code, Uai.DepartmentCode(Encoding.ASCII.GetBytes(uai)));
}
