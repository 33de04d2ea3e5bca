using Microsoft.Extensions.Configuration;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Where telemetry goes, by the settings that the host reads too; where none is set, nowhere but to the host's console.</summary>
/// <param name="Collector">Of OTLP, beside or in place of Application Insights; the exporter reads it itself.</param>
/// <param name="Insights">Connection string of Application Insights.</param>
/// <param name="SignsIn">The app's identity may send there, and nobody without one.</param>
public sealed record TelemetrySettings(string? Collector = null, string? Insights = null, bool SignsIn = false)
{
    public const string CollectorName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string InsightsName = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string SignInName = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public bool IsOn => Collector is not null || Insights is not null;

    public static TelemetrySettings From(IConfiguration configuration) => new(
        Given(configuration[CollectorName]),
        Given(configuration[InsightsName]),
        configuration[SignInName]?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) is true);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
