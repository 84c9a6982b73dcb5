using System.Globalization;
using Dnma.Engine.References;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>Expected values: the letters of domain §6 (0410892Y should be X; 0010024W, 0220158C, 0040533H and 0301674G are right).</summary>
public sealed class UaiRepairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0410892Y", "0410892X", UaiSlip.Letter)]
    [InlineData("0301774G", "0301674G", UaiSlip.Digit)]
    [InlineData("0301764G", "0301674G", UaiSlip.Swap)]
    [InlineData("3001674G", "0301674G", UaiSlip.Swap)]
    [InlineData("O3O1674G", "0301674G", UaiSlip.LookAlike)]
    [InlineData(" o3oi674g ", "0301674G", UaiSlip.LookAlike)]
    [InlineData("030l674G", "0301674G", UaiSlip.LookAlike)]
    [InlineData("301674G", "0301674G", UaiSlip.MissingDigit)]
    [InlineData("030167G", "0301674G", UaiSlip.MissingDigit)]
    [InlineData("03001674G", "0301674G", UaiSlip.ExtraDigit)]
    [InlineData("A301674G", "0301674G", UaiSlip.Digit)]
    public void The_right_one_is_suggested_with_its_slip(string text, string meant, UaiSlip slip) =>
        Assert.Contains(new UaiRepair(meant, slip, null), Uai.SuggestRepairs(text));

    [Theory]
    [InlineData("0410892Y", "0410892X")] // the digits stand, so their letter comes before any other digits
    [InlineData("O3O1674G", "0301674G")]
    public void The_likeliest_comes_first(string text, string meant) => Assert.Equal(meant, Uai.SuggestRepairs(text)[0].Uai);

    [Theory]
    [InlineData("0301674G")]
    [InlineData("0301674g")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("inconnu")]
    [InlineData("ABCDEFGH")]
    [InlineData("03-1674G")]
    [InlineData("030167")]
    [InlineData("0301674GGG")]
    [InlineData("０３０1674G")]
    [InlineData("0301674É")]
    public void What_is_right_or_far_from_anything_has_no_repairs(string? text) => Assert.Empty(Uai.SuggestRepairs(text));

    [Fact]
    public async Task An_annuaire_leaves_those_that_there_are_the_closed_ones_last()
    {
        // One digit away from 0301774 with the letter G; 0301674 is given, the others are found by trying.
        string[] near = [.. Enumerable.Range(0, 7).SelectMany(place => Enumerable.Range(0, 10).Select(digit => $"{"0301774"[..place]}{digit}{"0301774"[(place + 1)..]}G")).Where(Uai.IsValid).Order()];
        Assert.Contains("0301674G", near);
        Assert.True(near.Length >= 2);
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", $"identifiant_de_l_etablissement;etat\n{near[0]};FERME\n{near[1]};OUVERT\n0010024W;OUVERT\n"));
        Assert.Equal(
            [new UaiRepair(near[1], UaiSlip.Digit, annuaire.Find(near[1])), new UaiRepair(near[0], UaiSlip.Digit, annuaire.Find(near[0]))],
            Uai.SuggestRepairs("0301774G", annuaire));
        Assert.Empty(Uai.SuggestRepairs("0301774G", Annuaire.Empty));
    }

    /// <summary>The naive oracle: no text of one slip is missed, and none is right already.</summary>
    [Property(MaxTest = 300)]
    public bool Whatever_one_slip_made_is_undone(uint seed, byte place, byte kind)
    {
        var digits = (seed % 10_000_000).ToString("0000000", CultureInfo.InvariantCulture);
        var right = digits + (char)Uai.ExpectedLetter(System.Text.Encoding.ASCII.GetBytes(digits));
        var at = place % 7;
        var wrong = (kind % 4) switch
        {
            0 => string.Concat(right.AsSpan(0, at), ((right[at] - '0' + 1 + (kind % 9)) % 10).ToString(CultureInfo.InvariantCulture), right.AsSpan(at + 1)),
            1 => right[..7] + (char)('A' + (kind % 26)),
            2 when at < 6 => $"{right[..at]}{right[at + 1]}{right[at]}{right[(at + 2)..]}",
            _ => right.Remove(at, 1),
        };
        var suggested = Uai.SuggestRepairs(wrong);
        return Uai.IsValid(wrong)
            ? wrong == right && suggested.Count == 0
            : suggested.Any(repair => repair.Uai == right) && suggested.All(repair => Uai.IsValid(repair.Uai)) && suggested.DistinctBy(repair => repair.Uai).Count() == suggested.Count;
    }

    [Property]
    public bool No_text_makes_it_fail(string? text) => Uai.SuggestRepairs(text).All(repair => Uai.IsValid(repair.Uai));
}
