using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dnma.Engine;

/// <summary>Registers the engine with a container. Not thread safe, as a container is not while it is being filled.</summary>
/// <example><code>builder.Services.AddAudienceEngine(builder.Configuration.GetSection("AudienceEngine"));</code></example>
public static class AudienceEngineServices
{
    /// <summary>
    /// Registers one <see cref="AudienceEngine"/> for all, with the container's logger and <see cref="TimeProvider"/> if it has such, and the
    /// <see cref="MeasurementDefinition"/> of all defaults; where either is registered already, that one stays. The container disposes the engine.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection AddAudienceEngine(this IServiceCollection services) => AddAudienceEngine(services, options => options);

    /// <summary>The same, with other options than the default ones.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Changes the default options with a <c>with</c> expression.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.InvalidOption"/>: an option has no usable value. At once, not at first use.</exception>
    public static IServiceCollection AddAudienceEngine(this IServiceCollection services, Func<EngineOptions, EngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, new EngineOptions(), new MeasurementDefinition(), configure);
    }

    /// <summary>
    /// The same, of a configuration: options and definition by the names of the command's options (docs/embedding.md). Settings, and the files that they name, are
    /// read and validated at once, so that a service with wrong ones does not start; a later change of the configuration changes nothing.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The settings, for example of a section <c>AudienceEngine</c>; a key that is none of them is an error.</param>
    /// <param name="configure">Changes the options read with a <c>with</c> expression; null to leave them.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="Contracts.EngineException">A setting has no usable value, or is none of the engine's, or a file cannot be read; the subject is the setting's path.</exception>
    public static IServiceCollection AddAudienceEngine(
        this IServiceCollection services, IConfiguration configuration, Func<EngineOptions, EngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var (options, definition) = new EngineConfiguration(configuration).Read();
        return Add(services, options, definition, configure);
    }

    private static IServiceCollection Add(
        IServiceCollection services, EngineOptions read, MeasurementDefinition definition, Func<EngineOptions, EngineOptions>? configure)
    {
        var options = configure?.Invoke(read) ?? read;
        options.Validate();
        services.TryAddSingleton(definition);
        services.TryAddSingleton(provider =>
            AudienceEngine.Create(_ => options, provider.GetService<TimeProvider>(), provider.GetService<ILogger<AudienceEngine>>()));
        return services;
    }
}
