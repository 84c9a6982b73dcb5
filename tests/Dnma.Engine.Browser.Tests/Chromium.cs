using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dnma.Engine.Browser.Tests.Chromium))]

namespace Dnma.Engine.Browser.Tests;

/// <summary>One headless Chromium for all tests: that of DNMA_CHROMIUM, else the system's, else one that Playwright installs.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync()
    {
        var asked = Environment.GetEnvironmentVariable("DNMA_CHROMIUM");
        var path = string.IsNullOrEmpty(asked) ? Places.FirstOrDefault(File.Exists) : asked;
        if (path is null && Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException("No Chromium for the tests of the dashboard, and Playwright could not install one: apt-get install chromium, or set DNMA_CHROMIUM to its path.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
