using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.References;

public sealed class DeploymentRegisterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_are_read_by_the_names_of_their_columns()
    {
        var register = await DeploymentRegister.ReadAsync(_folder.Write(
            "r.csv",
            "﻿activated_eleve;uai;platform;opened_on;closed_on;created_eleve;created_parent;project;note\n"
            + "30; 0220158c ;P1;2022-09-01;2023-07-08;40;;ENT-A;x\n"
            + ";0010024W;;;;;7;;\n"));
        Assert.Equal(2, register.Count);
        Assert.Empty(register.Skipped);
        var (first, second) = (register.Establishments[0], register.Establishments[1]);
        Assert.Equal(("0010024W", "", "", null, null), (first.Uai, first.Project, first.Platform, first.OpenedOn, first.ClosedOn));
        Assert.Equal((new AccountCounts(7, null), AccountCounts.Untold), (first.Accounts(Profile.Parent), first.Accounts(Profile.Eleve)));
        Assert.Equal(
            ("0220158C", "ENT-A", "P1", new DateOnly(2022, 9, 1), new DateOnly(2023, 7, 8)),
            (second.Uai, second.Project, second.Platform, second.OpenedOn!.Value, second.ClosedOn!.Value));
        Assert.Equal((new AccountCounts(40, 30), AccountCounts.Untold), (second.Accounts(Profile.Eleve), second.Accounts(Profile.Parent)));
    }

    [Theory]
    [InlineData("x;;;;", "its uai has not the form of a UAI")]
    [InlineData("0220158C;01/09/2022;;;", "a date is not written YYYY-MM-DD")]
    [InlineData("0220158C;2022-09-02;2022-09-02;;", "it closes before it opens")]
    [InlineData("0220158C;;;-1;", "a number of accounts is none")]
    [InlineData("0220158C;;;1 000;", "a number of accounts is none")]
    [InlineData("0220158C;;;99999999999999999999;", "a number of accounts is none")]
    [InlineData("0220158C;;;4;5", "more accounts are activated than created")]
    [InlineData("0010024W;;;;", "an earlier row is of the same establishment, project and platform")]
    [InlineData("0220158C;;;", "it has not as many fields as the header")]
    public async Task What_cannot_be_read_is_skipped_and_said(string line, string reason)
    {
        var register = await DeploymentRegister.ReadAsync(_folder.Write("r.csv", $"uai;opened_on;closed_on;created_eleve;activated_eleve\n0010024W;;;;\n{line}\n0040533H;;;;\n"));
        Assert.Equal(["0010024W", "0040533H"], register.Establishments.Select(row => row.Uai));
        Assert.Equal([new SkippedRow(3, reason)], register.Skipped);
    }

    [Fact]
    public async Task A_workspace_is_there_from_its_first_day_to_before_its_last()
    {
        var register = await DeploymentRegister.ReadAsync(_folder.Write(
            "r.csv", "uai;platform;opened_on;closed_on\n0010024W;A;;2022-09-05\n0010024W;B;2022-09-05;\n0040533H;;2022-09-06;2022-09-07\n"));
        Assert.Equal(["0010024W"], register.DeployedIn(Days(4, 5)));
        Assert.Equal(["0010024W"], register.DeployedIn(Days(5, 6)));
        Assert.Equal(["0010024W", "0040533H"], register.DeployedIn(Days(6, 7)));
        Assert.Equal(["0010024W"], register.DeployedIn(Days(7, 8)));
        Assert.Equal((true, false), (register.Establishments[0].IsDeployed(Days(4, 5)), register.Establishments[0].IsDeployed(Days(5, 6))));

        static DayRange Days(int from, int to) => DayRange.Of(new DateOnly(2022, 9, from), new DateOnly(2022, 9, to));
    }

    [Fact]
    public async Task A_file_without_its_column_is_no_register()
    {
        var path = _folder.Write("r.csv", "UAI_code;project\n0010024W;\n");
        Assert.Equal(ErrorId.InvalidReference, (await Assert.ThrowsAsync<EngineException>(() => DeploymentRegister.ReadAsync(path))).Id);
        Assert.Equal(0, DeploymentRegister.Empty.Count);
    }

    [Fact]
    public async Task Collectivities_are_a_list()
    {
        var table = await CollectivityTable.ReadAsync(_folder.Write("c.csv", "name;collectivity\nLoiret; 364545 \nagain;364545\nnobody;\nEure-et-Loir;282828\n"));
        Assert.Equal(["282828", "364545"], table.Codes.Order(StringComparer.Ordinal));
        Assert.Equal([3L, 4L], table.Skipped.Select(row => row.Line));
        var path = _folder.Write("n.csv", "code\n1\n");
        Assert.Equal(ErrorId.InvalidReference, (await Assert.ThrowsAsync<EngineException>(() => CollectivityTable.ReadAsync(path))).Id);
    }
}
