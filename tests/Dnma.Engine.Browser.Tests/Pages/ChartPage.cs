using System.Text;
using System.Text.Json.Nodes;
using Dnma.Engine.Charts;

namespace Dnma.Engine.Browser.Tests.Pages;

/// <summary>Pages of charts: one after the other, or as a notebook shows them.</summary>
internal static class ChartPage
{
    private const string Head = "<!DOCTYPE html>\n<html lang=\"en\" data-ready=\"true\"><head><meta charset=\"utf-8\"><title>Charts</title><link rel=\"icon\" href=\"data:,\"></head><body><main><h1>Charts</h1>\n";
    private const string Foot = "</main></body></html>\n";

    public static byte[] Of(params IEnumerable<Chart> charts) => Encoding.UTF8.GetBytes(Head + string.Concat(charts.Select(chart => chart.ToHtml())) + Foot);

    /// <summary>
    /// Put in by a script, as pages of notebooks do: text that is set runs no script, so that each is then replaced by one that is made anew.
    /// </summary>
    public static byte[] Inserted(params IEnumerable<Chart> charts) => Encoding.UTF8.GetBytes(
        Head + string.Concat(charts.Select(chart => $"<template>{chart.ToHtml()}</template><div class=\"output\"></div>\n"))
        + "<script>for (const output of document.querySelectorAll('.output')) { output.innerHTML = output.previousElementSibling.innerHTML; for (const script of output.querySelectorAll('script')) { const made = document.createElement('script'); made.textContent = script.textContent; script.replaceWith(made); } }</script>" + Foot);

    /// <summary>All that a committed notebook shows as HTML, one output after the other.</summary>
    public static byte[] Notebook(string name)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(Path.Combine(Measured.Root, "notebooks", name)))!;
        var outputs = notebook["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).Select(output => output!["data"]?["text/html"]).OfType<JsonArray>();
        return Encoding.UTF8.GetBytes(Head + string.Concat(outputs.SelectMany(output => output).Select(line => (string)line!)) + Foot);
    }
}
