using System.Globalization;
using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.References;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>Hits as they may be stored: pseudonyms for ids. Thread safe.</summary>
internal static class StoredPseudonyms
{
    /// <summary>The same hit under pseudonyms of a key.</summary>
    public static Hit Of(Hit hit, ReadOnlySpan<byte> secret)
    {
        using var pseudonymizer = new Pseudonymizer(secret);
        return hit with
        {
            Visitor = Of(hit.Visitor, Pseudonymizer.Stored, pseudonymizer),
            Client = Of(hit.Client, Pseudonymizer.Browser, pseudonymizer),
        };
    }

    private static string Of(string id, byte kind, Pseudonymizer pseudonymizer)
    {
        // White space around an id is no part of it.
        var bytes = LabelText.Trim(Encoding.UTF8.GetBytes(id));
        if (bytes.IsEmpty || OptOutMark.IsOne(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var pseudonym = pseudonymizer.Of(kind, default, bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{pseudonym.High:x8}{pseudonym.Low:x16}");
    }
}
