using System.Collections.Frozen;

namespace Dnma.Engine;

/// <summary>
/// Parameters and columns that hold a person, a browser, a single visit, an address or a secret (domain §4, §8): no figure is broken down by
/// one of them, for its rows would publish the values.
/// </summary>
internal static class IdentifyingNames
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "at", "idclient", "mh", "visitor", "client",
        "uid", "_id", "cid", "cip", "pv_id", "token_auth", "uadata",
        "idvisit", "idvisitor", "user_id", "idlink_va", "location_ip",
        "remote_addr", "http_cookie", "cookie", "http_authorization", "authorization", "http_x_forwarded_for");

    /// <summary>Whether a name is one of them, in any case and whatever white space is around it.</summary>
    public static bool Contains(string name) => Names.Contains(name.Trim());
}
