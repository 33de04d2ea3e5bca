using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Tests.Forms;

/// <summary>The pages over a store, as a browser meets them, without a socket.</summary>
internal sealed class FormSite : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly RequestDelegate pipeline;
    private readonly Dictionary<string, string> cookies = [];

    /// <param name="cohort">What is in the store.</param>
    /// <param name="signer">Reads and signs links; null: the one that the cohort's own tokens are from.</param>
    public FormSite(SmallCohort cohort, LinkSigner? signer = null)
    {
        Cohort = cohort;
        services = new ServiceCollection()
            .AddRouting()
            .AddSingleton(new DiagnosticListener("tests"))
            .AddSingleton<IStore>(cohort.Store)
            .AddSingleton(signer ?? cohort.Signer)
            .AddSingleton<TimeProvider>(cohort.Clock)
            .AddSingleton<IWakeSignal, Silence>()
            .AddProgramme()
            .AddForms()
            .BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapForms());
        pipeline = app.Build();
    }

    public SmallCohort Cohort { get; }

    public Task<SitePage> Get(string address, string? language = null) => Send("GET", address, null, language);

    public Task<SitePage> Post(string address, params (string Name, string Value)[] fields) => Send("POST", address, fields, null);

    /// <summary>Posts, and follows to the page after it.</summary>
    public async Task<SitePage> PostAndFollow(string address, params (string Name, string Value)[] fields)
    {
        var answer = await Post(address, fields);
        Assert.True(answer.Status == 303, $"{answer.Status}: {answer.Text}");
        return await Get(answer.Location!);
    }

    /// <summary>Lets the browser in, by the code that would have been mailed.</summary>
    /// <param name="address">A link's.</param>
    /// <param name="person">Whose it is.</param>
    public async Task TypeCode(string address, Person person)
    {
        await PostAndFollow(address + "/code", ("do", "mail"), ("mail", "true"));
        Assert.Equal(303, (await Post(address + "/code", ("do", "open"), ("code", CodeOf(person)))).Status);
    }

    /// <summary>The code that is out.</summary>
    public string CodeOf(Person person)
    {
        var code = Cohort.Find<OwnRequests>(Rows.Own + person.Id).GetAwaiter().GetResult()!.Code!;
        return services.GetRequiredService<OwnCodes>().CodeOf(Cohort.Cohort.Id, person.Id, code.Nonce);
    }

    /// <summary>Confirms what waits, by the link that would have been mailed.</summary>
    /// <returns>Null: nothing waits.</returns>
    public async Task<SitePage?> Confirm(Person person) => (await Cohort.Find<OwnRequests>(Rows.Own + person.Id))?.Act is { } act
        ? await Post("/f/" + Cohort.Token(FormKind.OwnAct, person, revision: act.Number), ("sure", "true"))
        : null;

    /// <summary>Another browser: no cookie is left.</summary>
    public void ForgetCookies() => cookies.Clear();

    /// <summary>What this browser has, to be another's later, or its own again.</summary>
    public IReadOnlyDictionary<string, string> KeepCookies() => new Dictionary<string, string>(cookies);

    public void TakeCookies(IReadOnlyDictionary<string, string> kept)
    {
        cookies.Clear();
        foreach (var (name, value) in kept)
        {
            cookies[name] = value;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<SitePage> Send(string method, string address, (string Name, string Value)[]? fields, string? language)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var parts = address.Split('?', 2);
        (context.Request.Method, context.Request.Path) = (method, parts[0]);
        context.Request.QueryString = new(parts.Length > 1 ? "?" + parts[1] : "");
        context.Request.Headers.AcceptLanguage = language;
        context.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        if (fields is not null)
        {
            var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        }

        using var written = new MemoryStream();
        context.Response.Body = written;
        await pipeline(context);
        foreach (var cookie in context.Response.GetTypedHeaders().SetCookie)
        {
            cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }

        return new(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(written.ToArray()));
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}

internal sealed record SitePage(int Status, IHeaderDictionary Headers, string Text)
{
    public string? Location => Headers.Location;

    public IHtmlDocument Html { get; } = new HtmlParser().ParseDocument(Text);

    public string Heading => Html.QuerySelector("h1")!.TextContent;

    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll("#errors li").Select(item => item.TextContent)];

    public IHtmlFormElement Form(string kind) =>
        Html.QuerySelector($"form[data-form={kind}]") as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{kind}' in: {Text}");

    /// <summary>What the form would post as it stands, names with values, without its buttons.</summary>
    public IReadOnlyList<(string Name, string Value)> Filled(string kind) =>
    [
        .. Form(kind).Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null && input.Type is not "hidden" && (input.Type is not ("radio" or "checkbox") || input.IsChecked) && input.Value.Length > 0)
            .Select(input => (input.Name!, input.Value)),
        .. Form(kind).Elements.OfType<IHtmlTextAreaElement>().Where(area => area.Value.Length > 0).Select(area => (area.Name!, area.Value)),
    ];
}
