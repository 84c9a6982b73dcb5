using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace Dnma.Engine.Browser.Tests;

/// <summary>A page of the dashboard in a context of its own, opened from its file. It must not complain and must ask for nothing but its file.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "DisposeAsync deletes the file")]
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _path;
    private readonly List<string> _complaints = [];

    private OpenPage(IBrowserContext context, IPage page, string path)
    {
        (_context, Page, _path) = (context, page, path);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"error: {error}");
        page.Request += (_, request) => Complain(!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"request: {request.Url}");
        page.Dialog += (_, dialog) =>
        {
            Complain(true, $"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public static async Task<OpenPage> Of(Chromium chromium, byte[] bytes, string hash = "", int width = 1280, ColorScheme scheme = ColorScheme.Light, ReducedMotion motion = ReducedMotion.NoPreference, string? before = null, bool hasScripts = true)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dnma-{Path.GetRandomFileName()}.html");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = motion,
            Locale = "fr-FR",
            JavaScriptEnabled = hasScripts,
        });
        if (before is not null)
        {
            await context.AddInitScriptAsync(before);
        }

        var open = new OpenPage(context, await context.NewPageAsync(), path);
        await open.Page.GotoAsync(new Uri(path).AbsoluteUri + hash);
        if (hasScripts)
        {
            await open.Page.WaitForFunctionAsync("() => document.documentElement.dataset.ready === 'true'");
        }

        return open;
    }

    /// <summary>Takes another choice by its address, as a link would.</summary>
    public async Task Choose(string hash)
    {
        await Page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await Shown();
    }

    /// <summary>Waits until what is shown is the address's choice.</summary>
    public Task Shown() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.shown === location.hash");

    public Task<string> Hash() => Page.EvaluateAsync<string>("() => location.hash");

    public async Task<string> Text(string selector) => (await Page.Locator(selector).First.TextContentAsync() ?? "").Trim();

    /// <summary>The figure of a card.</summary>
    public Task<string> Card(string id) => Text($"#{id} .figure");

    /// <summary>The texts of a table's rows, the rows apart and the total included, all pages of it.</summary>
    public async Task<string[][]> Table(string id)
    {
        var rows = new List<string[]>();
        var block = Page.Locator($".tabular:has(#table-{id})");
        var isFirst = true;
        while (true)
        {
            rows.AddRange(await Page.EvaluateAsync<string[][]>(
                "([id, parts]) => [...document.querySelectorAll(parts.map(part => `#table-${id} > ${part} > tr`).join(','))].map(row => [...row.children].map(cell => cell.textContent))",
                new object[] { id, isFirst ? new[] { "tbody", "tfoot" } : ["tbody:not(.apart)"] }));
            isFirst = false;
            var next = block.GetByText("Suivants ›");
            if (await next.CountAsync() == 0 || await next.IsDisabledAsync())
            {
                return [.. rows];
            }

            // Not a click: the table may be in a part that is closed.
            await next.DispatchEventAsync("click");
        }
    }

    public Task<bool> Has(string selector) => Page.EvaluateAsync<bool>("selector => document.querySelector(selector) !== null", selector);

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        File.Delete(_path);
        Assert.Empty(_complaints);
    }

    private void Complain(bool isOne, string text)
    {
        if (isOne)
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
