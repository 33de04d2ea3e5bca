using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using ReverseMentoring.Functions.Copies;
using ReverseMentoring.Functions.Hosting;
using ReverseMentoring.Functions.Telemetry;

if (CopyCommand.IsOne(args))
{
    return await CopyCommand.Run(args, Console.Out, Console.Error);
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddObserving(TelemetrySettings.From(builder.Configuration))
    .AddAzureHost(Settings.Read(builder.Configuration));
await builder.Build().RunAsync();
return 0;
