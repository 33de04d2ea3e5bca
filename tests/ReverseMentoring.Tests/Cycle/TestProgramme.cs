using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>
/// The product as a manager and its participants see it: one HTTP call starts a cohort, mails come, forms are sent. Only
/// the clock is not theirs.
/// </summary>
internal sealed class TestProgramme : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly HttpClient http;
    private string key = "";

    private TestProgramme(WebApplication app, HttpClient http) => (this.app, this.http) = (app, http);

    public CohortId Cohort { get; private set; } = new CohortId("");

    public IServiceProvider Host => app.Services;

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public VirtualTime Time => app.Services.GetRequiredService<VirtualTime>();

    public TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    public MailStore Mailbox => app.Services.GetRequiredService<MailStore>();

    internal string Partition => Rows.Partition(Cohort);

    /// <summary>Starts the host and a cohort that begins on Tuesday, 5 January 2027.</summary>
    /// <param name="people">As the manager would list them.</param>
    /// <param name="settings">What differs from the defaults, as JSON properties.</param>
    /// <param name="folder">Where all is kept; null: in memory.</param>
    /// <param name="more">What stands in for the host's own: calendars, say.</param>
    /// <param name="keepsHours">Mails wait for decent hours, and ride on each other; else each goes at once, and all want to be reminded.</param>
    /// <param name="draws">Whether pairs are kept apart by a draw, which in so small a company comes in the way of what most tests are about.</param>
    public static async Task<TestProgramme> Start(IEnumerable<object> people, object? settings = null, string? folder = null,
        Action<IServiceCollection>? more = null, bool keepsHours = false, bool draws = false)
    {
        var address = Ports.Free();
        var app = LocalProgramme.Build(new LocalSettings { Address = address, Folder = folder, MailsAtOnce = !keepsHours }, new TurnableClock(Monday), services =>
        {
            services.AddSingleton<IRandomSource>(new SeededRandomSource(1));
            more?.Invoke(services);
        });
        await app.StartAsync();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };
        var programme = new TestProgramme(app, http);
        programme.key = (await app.Services.GetRequiredService<ManagerKeys>().CreateFirst())!;
        await programme.StartAnother(people, settings);
        if (!draws)
        {
            await programme.Store.Write(programme.Partition, [Documents.Insert(Rows.ApartDraw, new ApartDraw("", 0, true, [], []))]);
        }

        foreach (var person in keepsHours ? [] : await programme.People())
        {
            await app.Services.GetRequiredService<ParticipationService>().WriteTo(programme.Cohort, person.Id, MailLevel.Reminding);
        }

        await programme.Time.Settle();
        return programme;
    }

    /// <summary>Starts a cohort, which is the one that all else is about from then on.</summary>
    public async Task StartAnother(IEnumerable<object> people, object? settings = null)
    {
        var body = JsonSerializer.SerializeToNode(settings ?? new { }, JsonSerializerOptions.Web)!.AsObject();
        body["name"] ??= "Spring";
        body["start"] ??= "2027-01-05";
        body["participants"] = JsonSerializer.SerializeToNode(people, JsonSerializerOptions.Web);
        using var started = await Manager(HttpMethod.Post, "/api/cohorts", body);
        Assert.True(started.StatusCode is HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        Cohort = new CohortId(started.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private readonly Dictionary<string, string> sent = [];

    public async Task<PersonId> IdOf(string email) => (await People()).Single(person => person.Email == email).Id;

    public async Task<HttpResponseMessage> Manager(HttpMethod method, string path, object? body = null, string? idempotencyKey = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Headers.Authorization = new("Bearer", key);
        return await http.SendAsync(request);
    }

    /// <summary>The manager says something to the cohort; all that follows from it at once is done.</summary>
    public async Task Command(string command, object? body = null)
    {
        using var answer = await Manager(HttpMethod.Post, $"/api/cohorts/{Cohort}/{command}?stage={(await State()).Stage}", body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Time.Settle();
    }

    /// <summary>One step of one process, now.</summary>
    public Task Run(ProcessId process) => app.Services.GetRequiredService<ProcessRunner>().Run(process);

    /// <summary>Turns to a day of January 2027 (40 is 9 February), at an hour of UTC.</summary>
    public Task TurnTo(int day, int hour = 12) => Time.TurnTo(new DateTimeOffset(2027, 1, 1, hour, 0, 0, TimeSpan.Zero).AddDays(day - 1));

    /// <summary>All mails to an address, the first first, whose names contain this.</summary>
    public IReadOnlyList<ReceivedMail> Mails(string address, string about = "") =>
        [.. Mailbox.All().Where(mail => mail.ToAddress == address && mail.Id.Contains($".{about}", StringComparison.Ordinal))];

    /// <summary>Opens the main link of the newest mail about something, and sends its form.</summary>
    public async Task Answer(string address, string about, params (string Name, string Value)[] fields)
    {
        var mails = Mails(address, about);
        Assert.True(mails.Count > 0, $"No mail about {about} lies in the mailbox of {address}.");
        using var answer = await Post(LinkOf(mails[^1]), fields);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, $"{about} of {address}: {answer.StatusCode}");
        await Time.Settle();
    }

    /// <summary>From the browser that each person has: it sends back what an earlier answer left there.</summary>
    public async Task<HttpResponseMessage> Post(string link, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (sent.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", sent.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all.Where(one => one.StartsWith("sent-", StringComparison.Ordinal)) : [])
        {
            sent[cookie.Split('=')[0]] = cookie.Split(';')[0].Split('=', 2)[1];
        }

        return answer;
    }

    /// <summary>Confirms what was asked for on somebody's page, from the mail that went to their own address; all that follows at once is done.</summary>
    public async Task<HttpResponseMessage> ConfirmByMail(string who)
    {
        await Time.Settle();
        var answer = await Post(LinkOf(Mails(who, "ownact")[^1]), ("sure", "true"));
        await Time.Settle();
        return answer;
    }

    /// <summary>Leaves, has themselves erased, or names a delegate: asks for it on their page, and confirms it.</summary>
    public async Task<HttpResponseMessage> ActsAsOwn(string who, string page, params (string Name, string Value)[] fields)
    {
        using (var asked = await Post(page, fields))
        {
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        return await ConfirmByMail(who);
    }

    /// <summary>Answers that they would rather part, and confirms it.</summary>
    public async Task WouldRatherPart(string who)
    {
        using var confirmed = await ActsAsOwn(who, LinkOf(Mails(who, "cadenceasked")[^1]), ("rhythm", "part"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
    }

    /// <summary>Opens what opens to the person themselves only, by the code that goes to their own address.</summary>
    public async Task<HttpResponseMessage> OpenAsOwn(string who, string link)
    {
        var code = link[..(link.IndexOf("/f/", StringComparison.Ordinal) + 3)] + link.Split("/f/")[1].Split('/', '?')[0] + "/code";
        using var asked = await Post(code, ("do", "mail"), ("mail", "true"));
        await Time.Settle();
        using var opened = await Post(code, ("do", "open"), ("code", CodeIn(Mails(who, "owncode")[^1])));
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return await http.SendAsync(request);
    }

    public static string CodeIn(ReceivedMail mail) => System.Text.RegularExpressions.Regex.Match(mail.Text, @"\b\d{6}\b").Value;

    public Task<HttpResponseMessage> Open(string link) => http.GetAsync(link);

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>As anybody.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await http.SendAsync(request);
    }

    /// <summary>The addresses in a mail's text, the main one first, the way out last.</summary>
    public static IReadOnlyList<string> LinksOf(ReceivedMail mail) =>
        [.. mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith("http", StringComparison.Ordinal))];

    public static string LinkOf(ReceivedMail mail) => LinksOf(mail)[0];

    public async Task<CycleState> State() => (await Store.Read<CycleState>(Partition, Rows.State))!.Value;

    public async Task<string> Phase() => (await State()).Phase;

    public Task<List<Meeting>> Pairs() => new MeetingRepository(Store, Cohort).All(MeetingKind.Pair).ToListAsync().AsTask();

    public Task<List<Session>> Sessions() => new MeetingRepository(Store, Cohort).AllSessions().Select(session => session.Value).ToListAsync().AsTask();

    public Task<List<Person>> People() =>
        Store.Query<Person>(Partition, KeyRange.Prefix(Rows.Person)).Select(person => person.Value).ToListAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }
}
