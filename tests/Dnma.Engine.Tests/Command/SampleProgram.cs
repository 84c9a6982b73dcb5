using System.Diagnostics;
using System.Text;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Command;

/// <summary>The file-based apps of <c>samples/</c>, built once, to be run as what they are: processes.</summary>
public sealed class SampleProgram
{
    private static readonly SemaphoreSlim Build = new(1);
    private static readonly Dictionary<string, string> Built = [];

    /// <summary>Runs a sample to its end in a folder.</summary>
    /// <param name="name">The sample's name without extension.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="input">Standard input; null for none.</param>
    /// <param name="arguments">One by one, quoted by nobody.</param>
    public static async Task<SampleRun> RunAsync(string name, string folder, byte[]? input, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        return await StartAsync(folder, [await AssemblyOf(name, stop), .. arguments], input, stop);
    }

    /// <summary>A sample's assembly, built when it is first asked for.</summary>
    internal static async Task<string> AssemblyOf(string name, CancellationToken stop)
    {
        await Build.WaitAsync(stop);
        try
        {
            if (!Built.TryGetValue(name, out var assembly))
            {
                var source = Path.Combine(SourceTree.Root, "samples", $"{name}.cs");
                var build = await StartAsync(SourceTree.Root, ["build", source, "-v", "quiet"], null, stop);
                Assert.True(build.Status == 0, build.Output + build.Error);
                assembly = (await StartAsync(SourceTree.Root, ["build", source, "-getProperty:TargetPath"], null, stop)).Output.Trim();
                Assert.True(File.Exists(assembly), assembly);
                Built.Add(name, assembly);
            }

            return assembly;
        }
        finally
        {
            _ = Build.Release();
        }
    }

    /// <summary>How a sample is started: as in a newcomer's terminal.</summary>
    internal static ProcessStartInfo StartOf(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What a test host is told about its own build is nothing that a newcomer's terminal has.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            _ = start.Environment.Remove(variable);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    /// <summary>Runs dotnet to its end.</summary>
    internal static async Task<SampleRun> StartAsync(string folder, IEnumerable<string> arguments, byte[]? input, CancellationToken stop)
    {
        using var process = Process.Start(StartOf(folder, arguments))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        if (input is not null)
        {
            await process.StandardInput.BaseStream.WriteAsync(input, stop);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return new SampleRun(process.ExitCode, await output, await error);
    }
}
