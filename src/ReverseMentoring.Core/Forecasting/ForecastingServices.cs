using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Forecasting;

public static class ForecastingServices
{
    public static IServiceCollection AddForecasting(this IServiceCollection services) => services.AddSingleton<ForecastService>();
}
