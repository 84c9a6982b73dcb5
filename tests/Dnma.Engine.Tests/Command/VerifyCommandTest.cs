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

    [Theory]
    [InlineData("verify", "there is no certificate", "nowhere")]
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
