using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Microsoft.Extensions.Configuration;

namespace Dnma.Engine;

/// <summary>
/// Options and definition as a configuration has them, by the names of the command's options. A key that nothing reads is a slip of the pen and refused. Used once.
/// </summary>
/// <param name="section">The settings.</param>
internal sealed class EngineConfiguration(IConfiguration section)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the settings, and the files that they name.</summary>
    /// <exception cref="EngineException">A setting has no usable value, or is none, or a file cannot be read.</exception>
    public (EngineOptions Options, MeasurementDefinition Definition) Read()
    {
        var options = new EngineOptions();
        options = options with
        {
            Threads = Value("Threads", Number, options.Threads),
            MemoryLimit = Value("Memory", ByteSize.Parse, options.MemoryLimit),
            TemporaryFolder = Value("TemporaryFolder", text => text, options.TemporaryFolder),
            Recount = Value("Recount", ScopeOf, options.Recount),
            RecountHits = Value("RecountHits", Number, options.RecountHits),
        };
        options = Value("SecretFile", path => options.WithSecretFile(path), options);
        var definition = new MeasurementDefinition();
        definition = definition with
        {
            Norm = Value("Norm", Norm.Of, definition.Norm),
            Zone = Value("TimeZone", CivilZone.Of, definition.Zone),
            Periods = List("Periods", IndicatorCodes.PeriodsOf, definition.Periods),
            Levels = List("Levels", IndicatorCodes.LevelsOf, definition.Levels),
            CustomDimensions = List("Custom", text => text.Split(','), definition.CustomDimensions),
            Annuaire = Value("Establishments", path => Annuaire.ReadAsync(path).GetAwaiter().GetResult(), definition.Annuaire),
            Structures = Value("Structures", path => StructureTable.ReadAsync(path).GetAwaiter().GetResult(), definition.Structures),
            Deployment = Value("Deployment", path => DeploymentRegister.ReadAsync(path).GetAwaiter().GetResult(), definition.Deployment),
            Collectivities = Value("Collectivities", path => CollectivityTable.ReadAsync(path).GetAwaiter().GetResult(), definition.Collectivities),
        };
        foreach (var child in section.GetChildren().Where(child => !_known.Contains(child.Key)))
        {
            throw Refused(child.Path, "there is no such setting", $"it may be one of {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }

        options.Validate();
        definition.Validate();
        return (options, definition);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Refused("number", $"\"{text}\" is no whole number", "write digits alone");

    private static RecountScope ScopeOf(string text) => text switch
    {
        "none" => RecountScope.None,
        "sample" => RecountScope.Sample,
        "full" => RecountScope.Full,
        _ => throw Refused("recount", $"\"{text}\" is nobody", "use none, sample or full"),
    };

    private static EngineException Refused(string subject, string problem, string remedy, Exception? inner = null) =>
        new(ErrorId.InvalidOption, subject, problem, remedy, inner);

    private T Value<T>(string name, Func<string, T> read, T otherwise)
    {
        var setting = Known(name);
        return setting.GetChildren().Any() ? throw Refused(setting.Path, "is a list or a section", "give it one value") : Read(setting.Path, setting.Value, read, otherwise);
    }

    /// <summary>A list, written with commas or as an array.</summary>
    private T List<T>(string name, Func<string, T> read, T otherwise)
    {
        var setting = Known(name);
        var values = setting.GetChildren().Select(child => child.Value ?? "").ToArray();
        return Read(setting.Path, values.Length > 0 ? string.Join(',', values) : setting.Value, read, otherwise);
    }

    private static T Read<T>(string path, string? text, Func<string, T> read, T otherwise)
    {
        if (text is null)
        {
            return otherwise;
        }

        try
        {
            return read(text.Trim());
        }
        catch (EngineException error)
        {
            // Its message names what the value is; a reader of settings must know where it stands.
            throw new EngineException(error.Id, path, error.Message, "", error);
        }
    }

    private IConfigurationSection Known(string name)
    {
        _ = _known.Add(name);
        return section.GetSection(name);
    }
}
