namespace ReverseMentoring.Benchmarks.Load;

/// <summary>The least that an answer over HTTP costs: a web server that reads the form, and does nothing with it.</summary>
internal sealed class EmptyEndpoint : ILoad
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private EmptyEndpoint(WebApplication app, HttpClient http) => (this.app, this.http) = (app, http);

    public string Name => "empty endpoint";

    public static async Task<EmptyEndpoint> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/answer", async (HttpContext context) =>
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        });
        await app.StartAsync();
        return new(app, Clients.To(new(app.Urls.Single())));
    }

    public async Task Take(int number)
    {
        using var body = new FormUrlEncodedContent([new("picked", $"topic-{number}"), new("notice", "true")]);
        using var answer = await http.PostAsync(new Uri("answer", UriKind.Relative), body);
        Clients.Check(answer);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
