using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation;

/// <summary>Writes a log of generated hits.</summary>
internal static class LogGeneration
{
    /// <summary>Writes a whole log in one form and tells what is in it.</summary>
    /// <param name="options">What the log is made of; events and heartbeats are left out where the form cannot carry them.</param>
    /// <param name="form">The form.</param>
    /// <param name="outputs">One stream for each of the form's outputs; they are flushed, not closed.</param>
    public static LogSummary Write(GenerationOptions options, HitForm form, params Stream[] outputs)
    {
        options = Fit(options, form);
        var world = new World(options);
        var generator = new HitGenerator(options, world);
        var buffers = Array.ConvertAll(outputs, stream => new RecordBuffer(stream));
        var writer = form.Create(buffers, new HitTexts(world));
        var rejects = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var hits = 0L;
        writer.Start();
        while (true)
        {
            var brokenIsDue = generator.BrokenIsDue(out var dice);
            if (!generator.TryNext(out var hit))
            {
                break;
            }

            if (brokenIsDue)
            {
                Count(rejects, writer.WriteBroken(dice, hit.LineMs));
            }

            writer.Write(hit);
            hits++;
        }

        writer.Complete();
        foreach (var output in outputs)
        {
            output.Flush();
        }

        return new LogSummary(hits, buffers.Sum(b => b.Length), generator.PeakInFlight, rejects);
    }

    /// <summary>The options with what the form cannot carry left out.</summary>
    public static GenerationOptions Fit(GenerationOptions options, HitForm form)
    {
        var carries = (form.Tells & FormTells.EventsAndPings) != 0;
        return options with { Events = options.Events && carries, Pings = options.Pings && carries };
    }

    private static void Count(SortedDictionary<string, long> rejects, RejectReason reason)
    {
        rejects.TryGetValue(reason.ToString(), out var count);
        rejects[reason.ToString()] = count + 1;
    }
}
