using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>A mail service that counts how often it took each mail, and outlives all who bring them.</summary>
/// <param name="inbox">Where the readers find them.</param>
internal sealed class MailHouse(CapturedMail inbox) : IAsyncDisposable
{
    private readonly WebApplication app = Build();

    public Uri Address => new(app.Urls.First() + "/");

    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>It takes nothing, and knows nothing.</summary>
    public bool IsDead { get; set; }

    /// <summary>Called with the number of mails so far after one was taken, and before that is said.</summary>
    public Func<int, Task> AfterTaking { get; set; } = _ => Task.CompletedTask;

    /// <summary>Told of each mail that was taken.</summary>
    public Action<string> Told { get; set; } = _ => { };

    public async Task Open()
    {
        app.MapPost("/{id}", Take);
        app.MapGet("/{id}", (string id) => IsDead ? Results.StatusCode(503) : Taken.ContainsKey(id) ? Results.Ok() : Results.NotFound());
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private async Task<IResult> Take(string id)
    {
        if (IsDead)
        {
            return Results.StatusCode(503);
        }

        Taken.AddOrUpdate(id, 1, (_, times) => times + 1);
        await AfterTaking(Taken.Count);
        inbox.Taken[id] = new(id, new("", ""), "", "", "") { From = new("", "") };
        Told(id);
        return Results.Accepted();
    }
}
