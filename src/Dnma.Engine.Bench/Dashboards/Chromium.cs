using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Dnma.Engine.Bench.Dashboards;

/// <summary>A headless Chromium of its own for each page that it opens, asked over its debugging port.</summary>
internal static class Chromium
{
    private const string Times =
        "JSON.stringify([performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1, performance.getEntriesByName('shown')[0]?.startTime ?? -1, performance.getEntriesByName('ready')[0]?.startTime ?? -1, "
        + "performance.getEntriesByType('navigation')[0].loadEventEnd, document.querySelectorAll('.card').length])";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Find(string? asked) => (asked is null ? Places : [asked]).FirstOrDefault(File.Exists);

    /// <summary>Opens a page from its file and tells when something and when everything stood, in milliseconds from the navigation.</summary>
    public static async Task<string> OpenAsync(string chromium, string page, string folder, CancellationToken stop)
    {
        var profile = Directory.CreateDirectory(Path.Combine(folder, $"profile-{Profiles(folder)}")).FullName;
        using var process = Process.Start(new ProcessStartInfo(
            chromium,
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--window-size=1280,900", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var address = "";
            while (await process.StandardError.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
                {
                    address = line["DevTools listening on ".Length..];
                    break;
                }
            }

            using var client = new HttpClient();
            var authority = new Uri(address).Authority;
            var target = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://{authority}/json/list"), stop)).RootElement[0].GetProperty("webSocketDebuggerUrl").GetString()!;
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(target), stop);
            await AskAsync(socket, 1, "Page.navigate", new { url = new Uri(Path.GetFullPath(page)).AbsoluteUri }, stop);
            for (var id = 2; ; id++)
            {
                await Task.Delay(100, stop);
                var answer = await AskAsync(socket, id, "Runtime.evaluate", new { expression = Times }, stop);
                if (answer.GetProperty("result").TryGetProperty("value", out var value) && JsonDocument.Parse(value.GetString()!).RootElement is var times && times[0].GetDouble() > 0 && times[2].GetDouble() > 0 && times[3].GetDouble() > 0)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"key figures and first charts {times[1].GetDouble():0} ms, painted {times[0].GetDouble():0} ms, all charts {times[2].GetDouble():0} ms, loaded {times[3].GetDouble():0} ms, {times[4].GetInt32()} key figures");
                }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(stop);
        }
    }

    private static int Profiles(string folder) => Directory.GetDirectories(folder).Length;

    private static async Task<JsonElement> AskAsync(ClientWebSocket socket, int id, string method, object parameters, CancellationToken stop)
    {
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, true, stop);
        var buffer = new byte[1 << 16];
        while (true)
        {
            var text = new StringBuilder();
            ValueWebSocketReceiveResult result;
            do
            {
                result = await socket.ReceiveAsync(buffer.AsMemory(), stop);
                text.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
            }
            while (!result.EndOfMessage);

            var answer = JsonDocument.Parse(text.ToString()).RootElement;
            if (answer.TryGetProperty("id", out var found) && found.GetInt32() == id)
            {
                return answer.GetProperty("result");
            }
        }
    }
}
