using System.Text.Json;
using Dnma.Engine.Tests.Certification;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Command;

/// <summary><c>samples/verify.cs</c> after <c>samples/measure.cs</c>, as an auditor runs it: exit statuses, and that it names what broke.</summary>
public sealed class VerifyCommandTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_signed_measurement_is_verified_to_its_inputs_and_an_altered_byte_is_named()
    {
        var (secret, open) = KeyPair.Make("rsa", "pass word");
        Write("key.pem", secret);
        Write("password", "pass word\n");
        Write("key.pub.pem", open);
        Write("h.csv", "instant,visitor,uai\n2022-09-05T08:00:00Z,a,0010024W\n2022-09-05T08:10:00Z,a,0010024W\n");
        Assert.Equal(0, (await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv", "--sign", "key.pem", "--password-file", "password")).Status);
        var sound = await Verify("out", "--key", "key.pub.pem", "--inputs", "h.csv", "--recount");
        Assert.Equal((0, ""), (sound.Status, sound.Error));
        Assert.Contains("holds        measured again, the inputs give the same files, and their figures are the same in SQL", sound.Output, StringComparison.Ordinal);
        Assert.Contains("holds        the signature is that of key", sound.Output, StringComparison.Ordinal);

        var path = In("out/dashboard.html");
        File.WriteAllText(path, File.ReadAllText(path).Replace("<html", "<HTML", StringComparison.Ordinal));
        var broken = await Verify("out", "--key", "key.pub.pem", "--json");
        Assert.Equal(2, broken.Status);
        var finding = Assert.Single(JsonDocument.Parse(broken.Output).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("dashboard.html", finding.GetProperty("artifact").GetString());
    }

    [Fact]
    public async Task A_correction_names_what_it_replaces_and_an_unsigned_run_takes_the_signature_away()
    {
        Write("key.pem", KeyPair.Make("ecdsa").Private);
        Write("h.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n");
        _ = await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv", "--out", "first", "--sign", "key.pem");
        Write("h.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n2022-09-05T09:00:00Z,b\n");
        var corrected = await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv", "--out", "second", "--replaces", "first/certificate.json", "--reason", "a late file");
        Assert.Equal((0, ""), (corrected.Status, corrected.Error));
        Assert.Contains("a late file", File.ReadAllText(In("second/certificate.md")), StringComparison.Ordinal);
        var beside = await Verify("second", "--against", "first");
        Assert.Equal(0, beside.Status);
        Assert.Contains("the same definition, the same days, the same perimeter; this one replaces it", beside.Output, StringComparison.Ordinal);
        Assert.Contains("input  Changed: h.csv", beside.Output, StringComparison.Ordinal);
        Assert.Contains("ledger  visits counted: 1 → 2", beside.Output, StringComparison.Ordinal);

        Assert.True(File.Exists(In("first/certificate.dsse.json")));
        _ = await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv", "--out", "first");
        Assert.False(File.Exists(In("first/certificate.dsse.json")));
    }

    [Fact]
    public async Task What_controls_and_tables_of_deployment_knew_is_certified_and_needed_again()
    {
        var hits = Enumerable.Range(0, 50).Select(hit => $"2022-09-05T08:{hit:00}:00Z,{"ab"[hit % 2]},0010024W,eleve,{(hit % 2 == 0 ? "364545" : "999999")}\n");
        Write("h.csv", "instant,visitor,uai,profile,collectivity\n" + string.Concat(hits));
        Write("register.csv", "uai;created_eleve;activated_eleve\n0010024W;4;3\n0220158C;2;0\nnone;;\n");
        Write("collectivities.csv", "collectivity\n364545\n");
        string[] known = ["--deployment", "register.csv", "--collectivities", "collectivities.csv", "--history", "past"];
        Assert.Equal(0, (await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv", "--out", "past")).Status);
        var measured = await SampleProgram.RunAsync("measure", _folder.Path, null, ["h.csv", .. known]);
        Assert.Equal((0, "warning: --deployment: 1 rows were not used; the first is in line 4: its uai has not the form of a UAI"), (measured.Status, Assert.Single(measured.ErrorLines)));
        Assert.Equal(
            "period,period_start,level,code,school_level,declared,fed,silent,fed_so_far,undeclared,coverage\nall,2022-09-05,academy,10,inconnu,1,1,0,1,0,1.000000\n",
            string.Concat(File.ReadLines(In("out/deployment.csv")).Take(2).Select(line => line + "\n")));
        Assert.Contains("all,2022-09-05,national,FR,total,2,6,2,0.333333,3,6,0.500000", File.ReadLines(In("out/adoption.csv")));
        string[] found = [.. File.ReadLines(In("out/controls.csv")).Select(line => line.Split(',')[0])];
        Assert.Contains("declared-silent", found);
        Assert.Contains("collectivity-unknown", found);

        Assert.Equal(0, (await Verify(["out", "--inputs", "h.csv", .. known])).Status);
        var unknown = await Verify("out", "--inputs", "h.csv");
        Assert.Equal(2, unknown.Status);
        Assert.Contains("definition deployment", unknown.Output, StringComparison.Ordinal);

        // A later run without a register takes its tables away.
        Assert.Equal(0, (await SampleProgram.RunAsync("measure", _folder.Path, null, "h.csv")).Status);
        Assert.False(File.Exists(In("out/deployment.csv")) || File.Exists(In("out/adoption.csv")));
    }

    [Theory]
    [InlineData("verify", "there is no certificate", "nowhere")]
    [InlineData("measure", "the certificate cannot be read", "h.csv", "--history", "nowhere")]
    [InlineData("measure", "no column uai", "h.csv", "--deployment", "h.csv")]
    [InlineData("measure", "no column collectivity", "h.csv", "--collectivities", "h.csv")]
    [InlineData("verify", "the key cannot be read", "out", "--key", "none.pem")]
    [InlineData("verify", "it holds a private key", "out", "--key", "key.pem")]
    [InlineData("measure", "the key is encrypted", "h.csv", "--sign", "key.pem")]
    [InlineData("measure", "the key cannot be decrypted", "h.csv", "--sign", "key.pem", "--password-file", "h.csv")]
    [InlineData("measure", "the certificate cannot be read", "h.csv", "--replaces", "none.json")]
    [InlineData("measure", "it is no JSON", "h.csv", "--replaces", "h.csv")]
    public async Task What_cannot_be_done_is_one_line_and_status_1(string sample, string said, params string[] arguments)
    {
        Write("key.pem", KeyPair.Make("ecdsa", "secret").Private);
        Write("h.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n");
        var run = await SampleProgram.RunAsync(sample, _folder.Path, null, arguments);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith($"{sample}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    private Task<SampleRun> Verify(params string[] arguments) => SampleProgram.RunAsync("verify", _folder.Path, null, arguments);

    private string In(string name) => Path.Combine(_folder.Path, name);

    private void Write(string name, string text) => File.WriteAllText(In(name), text);
}
