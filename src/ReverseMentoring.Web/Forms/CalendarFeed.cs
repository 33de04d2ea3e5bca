using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Calendars.Ical;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Forms;

/// <summary>Addresses of people's calendar feeds: signed for this purpose only, so that who has a feed can open nothing else.</summary>
internal sealed class FeedLinks(LinkSigner signer)
{
    private const string Purpose = "calendar";

    public string To(string cohort, string person, DateTimeOffset now) =>
        $"/calendar/{signer.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{cohort}~{person}~{now.ToUnixTimeSeconds()}"))}.ics";

    /// <returns>Null where the address is not ours.</returns>
    public (string Cohort, string Person, DateTimeOffset IssuedAt)? Read(string token) =>
        signer.Read(Purpose, token)?.Split('~') is [var cohort, var person, var issued]
            ? (cohort, person, DateTimeOffset.FromUnixTimeSeconds(long.Parse(issued, CultureInfo.InvariantCulture)))
            : null;
}

/// <summary>Somebody's sessions to subscribe to: times and names, no topics. Ends when links are revoked, the person leaves or is erased.</summary>
internal sealed class CalendarFeed(IStore store, FeedLinks links, ParticipationDesk desk, TimeProvider clock)
{
    public static async Task Send(HttpContext context, string token)
    {
        FormHeaders.Set(context.Response.Headers);
        var feed = await context.RequestServices.GetRequiredService<CalendarFeed>().Write(token, context.Request.Host.Host, context.RequestAborted);
        if (feed is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/calendar; charset=utf-8";
        await context.Response.WriteAsync(feed, context.RequestAborted);
    }

    private async Task<string?> Write(string token, string host, CancellationToken cancel)
    {
        if (links.Read(token) is not var (id, personId, issued))
        {
            return null;
        }

        var partition = Rows.Partition(id);
        var cohort = (await store.Read<Cohort>(partition, Rows.Cohort, cancel))?.Value;
        var state = (await store.Read<CycleState>(partition, Rows.State, cancel))?.Value;
        var person = await desk.Find(id, personId, cancel);
        if (cohort is null || state?.Status is null or CycleStatus.Erased
            || person is not { IsActive: true, Email.Length: > 0 } || issued.AddSeconds(1) <= person.LinksSince)
        {
            return null;
        }

        var voice = new Voice(LinkGate.Texts, ReaderLanguage.Of(person, cohort), person.ZoneAt(clock.GetUtcNow()));
        return IcalWriter.Publish(cohort.Settings.Name, await Events(cohort, person, voice, host, cancel).ToListAsync(cancel));
    }

    private async IAsyncEnumerable<IcalEvent> Events(
        Cohort cohort, Person person, Voice voice, string host, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var session in CircleSessions(cohort, person, cancel))
        {
            yield return Event(session, voice.Say("Calendar.Circle", ("cohort", cohort.Settings.Name)));
        }

        var book = new PairBook(store, cohort.Id);
        foreach (var pair in (await desk.PairsOf(cohort.Id, person.Id, cancel)).Where(pair => pair.ConfirmedAt is not null))
        {
            var partner = await desk.Find(cohort.Id, pair.Partner(person.Id), cancel);
            var name = partner is { Name.Length: > 0 } ? partner.Name : voice.Say("YourPartner");
            await foreach (var row in book.Sessions(pair.Id, cancel))
            {
                var session = row.Value;
                if (IsInCalendar(session))
                {
                    yield return Event(session, voice.Say("Calendar.Summary", ("name", person.Name), ("partner", name)));
                }
            }
        }

        IcalEvent Event(Session session, string summary) => new(
            Letters.Writing.SessionCalendar.UidOf(cohort.Id, session.Pair, session.Number, host), session.Sequence, clock.GetUtcNow(), session.Time,
            summary, new(cohort.Settings.Contacts.Manager.Email, cohort.Settings.Contacts.Manager.Name));
    }

    private async IAsyncEnumerable<Session> CircleSessions(
        Cohort cohort, Person person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var circle in await desk.CirclesOf(cohort.Id, person.Id, cancel))
        {
            await foreach (var session in new PairBook(store, cohort.Id).Sessions(circle.Id, cancel))
            {
                if (IsInCalendar(session.Value) && session.Value.Without?.Contains(person.Id) is not true)
                {
                    yield return session.Value;
                }
            }
        }
    }

    private static bool IsInCalendar(Session session) => session is { FellAt: null, Status: not SessionStatus.Missed };
}
