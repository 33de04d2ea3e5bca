using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Hosting;
using ReverseMentoring.Functions.Http;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>The Azure host's pipeline and services behind a real server, with rows in memory, and everything that it tells heard.</summary>
internal sealed class AzureSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private AzureSite(WebApplication app, Overheard heard, FragileStore store)
    {
        (this.app, Heard, Store) = (app, heard, store);
        Http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public Overheard Heard { get; }

    public FragileStore Store { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="settings">Beside those that a host needs.</param>
    /// <param name="rows">That several instances share; null: it has its own.</param>
    public static async Task<AzureSite> Start(IReadOnlyDictionary<string, string?>? settings = null, MemoryStore? rows = null)
    {
        var (heard, store) = (new Overheard(), new FragileStore(rows ?? new MemoryStore()));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(heard);
        builder.Services.AddMvc(); // As the Functions worker does.
        builder.Services.AddObserving(new()).AddAzureHost(Settings.Read(Hosts.Configuration("UseDevelopmentStorage=true", more: settings)))
            .AddSingleton<IStore>(store).AddSingleton(MailQuota.Unlimited).AddSingleton<IMailTransport, CapturedMail>();
        var app = builder.Build();
        app.Run(context => context.RequestServices.GetRequiredService<Pipeline>().Run(context.Request));
        await app.StartAsync();
        return new(app, heard, store);
    }

    public async Task SignIn() =>
        Http.DefaultRequestHeaders.Authorization = new("Bearer", await Services.GetRequiredService<ManagerKeys>().Create("test"));

    /// <summary>The link's token by which somebody of the cohort reaches their participation.</summary>
    public async Task<string> Participation(CohortId cohort)
    {
        var person = await Store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person)).FirstAsync();
        var now = TimeProvider.System.GetUtcNow();
        return Services.GetRequiredService<LinkSigner>().Sign(
            new(FormKind.Participation, cohort, new PersonId(person.Key[Rows.Person.Length..]), "", 0, now, now.AddDays(1)));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Heard.Dispose();
    }
}

/// <summary>A store that can be made to fail in every range query, with a message that tells a name.</summary>
internal sealed class FragileStore(IStore store) : IStore
{
    public bool IsBroken { get; set; }

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => store.Read(partition, key, cancel);

    public async IAsyncEnumerable<Row> Query(string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (IsBroken)
        {
            throw new InvalidDataContentException();
        }

        await foreach (var row in store.Query(partition, range, cancel))
        {
            yield return row;
        }
    }

    public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
        store.Write(partition, changes, cancel);
}

/// <summary>A failure whose message, and that of its cause, hold a name.</summary>
internal sealed class InvalidDataContentException() : Exception(
    $"Ana {Company.Planted} has no such thing.", new FormatException($"'ana@{Company.Planted}.example' is no number."));
