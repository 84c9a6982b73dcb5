namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Whose field names a JSON access log uses.</summary>
internal enum JsonLogDialect : byte
{
    Nginx,
    Caddy,
    Traefik,
}
