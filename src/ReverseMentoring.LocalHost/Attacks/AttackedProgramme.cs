using System.Net;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A rehearsed cohort under attack: its people do by the links in their mails what the attack wants of them, and a manager looks on.</summary>
internal sealed class AttackedProgramme : IAsyncDisposable
{
    /// <summary>Forms as they were before they were answered: what was answered opens by a code only, and whoever sends it again knows what it asks.</summary>
    private readonly Dictionary<AskId, PageForm> seen = [];

    /// <summary>What answers have left in the browsers of those who play along: from there they can be changed without a code.</summary>
    private readonly Dictionary<string, string> cookies = [];

    private readonly Rehearsal rehearsal;
    private readonly HttpClient http;

    private AttackedProgramme(Rehearsal rehearsal, HttpClient http) => (this.rehearsal, this.http) = (rehearsal, http);

    public Rehearsal Rehearsal => rehearsal;

    public IStore Store => rehearsal.Store;

    public string Partition => Rows.Partition(rehearsal.Cohort);

    public MailStore Mailbox => rehearsal.Services.GetRequiredService<MailStore>();

    /// <param name="plan">On whom.</param>
    /// <param name="behaviour">How people are, where the attack wants nothing else of them.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<AttackedProgramme> Begin(AttackPlan plan, SimulatedBehaviour behaviour, CancellationToken cancel)
    {
        var rehearsal = await Rehearsal.Open(
            new(plan.PeopleCsv, """{ "name": "Attacked" }""") { Seed = plan.Seed, KeepsMails = true, SimulatedBehaviour = behaviour }, null, cancel);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = new(rehearsal.App.Urls.First()),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var programme = new AttackedProgramme(rehearsal, http);
        await rehearsal.Start(cancel);
        return programme;
    }

    /// <summary>Turns the clock from one event to the next until something is so, or nothing comes any more.</summary>
    /// <returns>Whether it is so.</returns>
    public async Task<bool> RunUntil(Func<CycleState, Task<bool>> reached, CancellationToken cancel)
    {
        while (true)
        {
            await rehearsal.Time.Settle(cancel);
            var state = await rehearsal.State(cancel);
            if (await reached(state))
            {
                return true;
            }

            if (state.Phase is PhaseNames.Erased || state.Status is CycleStatus.Cancelled || await rehearsal.Time.TurnToNext(null, cancel) is null)
            {
                return false;
            }
        }
    }

    public Task<bool> RunUntil(string phase, CancellationToken cancel) => RunUntil(state => Task.FromResult(state.Phase == phase), cancel);

    /// <summary>Questions that went out and nobody has answered.</summary>
    public Task<List<AskId>> Asked(FormKind form, CancellationToken cancel) =>
        Store.Query<Ask>(Partition, KeyRange.Prefix(Rows.Ask), cancel).Select(row => row.Value)
            .Where(ask => ask.Id.Form == form && ask.SentAt is not null).Select(ask => ask.Id).ToListAsync(cancel).AsTask();

    public Task<List<Person>> People(CancellationToken cancel) =>
        Store.Query<Person>(Partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel).AsTask();

    public Task<List<Meeting>> Pairs(CancellationToken cancel) => new MeetingRepository(Store, rehearsal.Cohort).All(MeetingKind.Pair, cancel).ToListAsync(cancel).AsTask();

    /// <summary>Answers a question by a link as mails bring it; all that follows at once is done.</summary>
    public Task<HttpStatusCode> Answer(AskId ask, CancellationToken cancel, params (string Name, string Value)[] fields) =>
        Post(Link(ask.Form, ask.Person, ask.Scope, ask.Number, ask.Revision), cancel, fields);

    /// <summary>Answers whatever a survey asks, by its page: each choice at one end of its scale, and words of the attack's where there is room for some.</summary>
    /// <param name="ask">Which.</param>
    /// <param name="low">At which end.</param>
    /// <param name="words">Null: none.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidOperationException">The answer was not taken: the attack would look at nothing.</exception>
    public async Task AnswerSurvey(AskId ask, bool low, string? words, CancellationToken cancel)
    {
        var link = Link(ask.Form, ask.Person, ask.Scope, ask.Number, ask.Revision);
        if (!seen.TryGetValue(ask, out var form))
        {
            seen[ask] = form = PageForm.Find(await http.GetStringAsync(link, cancel), null) ?? throw new InvalidOperationException($"The page of {ask.Form} has no form.");
        }

        var choices = form.Inputs.Where(input => input is { Type: "radio", Value.Length: > 0 }).GroupBy(input => input.Name)
            .Select(choice => (choice.Key, (low ? choice.First() : choice.Last()).Value));
        var texts = words is null ? [] : form.Inputs.Where(input => input.Type is "textarea").Select(input => (input.Name, words)).Append(("may-be-shown", "true"));
        MustBeTaken(ask, await Post(link, cancel, [.. choices, .. texts]));
    }

    /// <summary>Answers the call for topics, or whether somebody starts with a partner, in one of two ways.</summary>
    /// <exception cref="InvalidOperationException">The answer was not taken: the attack would look at nothing.</exception>
    public async Task AnswerOther(AskId ask, bool low, CancellationToken cancel)
    {
        (string, string)[] fields = ask.Form is FormKind.Topics
            ? [("picked", low ? "technology" : "careers"), ("own-1", low ? "Bees in the city" : "Bread and its crust"), ("notice", "true")]
            : [("accept", low ? "no" : "yes")];
        MustBeTaken(ask, await Answer(ask, cancel, fields));
    }

    private static void MustBeTaken(AskId ask, HttpStatusCode status)
    {
        if (status is not HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"An answer of {ask.Form} was not taken: {status}.");
        }
    }

    /// <summary>Has somebody erased, as they would: asked for on their page, confirmed from their mail, by themselves where they are quick.</summary>
    /// <exception cref="InvalidOperationException">They were not: the attack would look at nothing.</exception>
    public async Task Erase(Person person, CancellationToken cancel)
    {
        await Post(Link(FormKind.Participation, person.Id), cancel, ("do", "erase"), ("step", "2"), ("sure", "true"));
        if (Mailbox.All().LastOrDefault(mail => mail.ToAddress == person.Email && mail.Id.Contains($".{MailKind.OwnAct.Slug()}.", StringComparison.Ordinal)) is { } mail)
        {
            await Post(mail.Text.Split((char[]?)null).First(word => word.Contains("/f/", StringComparison.Ordinal)), cancel, ("sure", "true"));
        }

        if ((await People(cancel)).Any(other => other.Id == person.Id && other.Email.Length > 0))
        {
            throw new InvalidOperationException("Somebody was not erased who asked for it.");
        }
    }

    public Task<HttpResponseMessage> Get(string address, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", rehearsal.ManagerKey);
        return http.SendAsync(request, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await rehearsal.DisposeAsync();
    }

    private string Link(FormKind form, PersonId person, string scope = "", int number = 0, int revision = 0) => "/f/" + rehearsal.Services.GetRequiredService<LinkSigner>().Sign(
        new(form, rehearsal.Cohort, person, scope, number, rehearsal.Time.Now, rehearsal.Time.Now.AddDays(1)) { Revision = revision });

    private async Task<HttpStatusCode> Post(string address, CancellationToken cancel, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        using var answer = await http.SendAsync(request, cancel);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies[cookie.Split('=')[0]] = cookie.Split(';')[0].Split('=', 2)[1];
        }

        await rehearsal.Time.Settle(cancel);
        return answer.StatusCode;
    }
}
