using System.Runtime.InteropServices;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>Brings the marks of each person together out of the files of all shards, which are read side by side in the order of persons.</summary>
internal static class UserMerge
{
    /// <summary>Counts every person once, with all its marks. Reads every file to the end of its marks.</summary>
    public static void Count(IEnumerable<UserMarkReader> files, IndicatorCounter counter, CancellationToken cancellation)
    {
        var next = new PriorityQueue<UserMarkReader, UInt128>();
        foreach (var file in files)
        {
            ReadNext(file);
        }

        var marks = new List<UserMark>();
        for (var person = 1u; next.TryPeek(out _, out var pseudonym); person++)
        {
            cancellation.ThrowIfCancellationRequested();
            marks.Clear();
            while (next.TryPeek(out var file, out var other) && other == pseudonym)
            {
                _ = next.Dequeue();
                marks.AddRange(file.Marks);
                ReadNext(file);
            }

            marks.Sort((x, y) => x.Day.CompareTo(y.Day));
            foreach (ref var mark in CollectionsMarshal.AsSpan(marks))
            {
                mark.Person = person;
            }

            counter.CountDeferred(CollectionsMarshal.AsSpan(marks));
        }

        counter.Complete();

        void ReadNext(UserMarkReader file)
        {
            if (file.Read())
            {
                next.Enqueue(file, file.Person.Order);
            }
        }
    }
}
