using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>Addresses of people's calendar feeds: signed for this purpose only, so that who has a feed can open nothing else.</summary>
internal sealed class FeedLinks(LinkSigner signer)
{
    private const string Purpose = "calendar";

    public string To(CohortId cohort, PersonId person, DateTimeOffset now) =>
        $"/calendar/{signer.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{cohort}~{person}~{now.ToUnixTimeSeconds()}"))}.ics";

    /// <returns>Null where the address is not ours.</returns>
    public (CohortId Cohort, PersonId Person, DateTimeOffset IssuedAt)? ReadToken(string token) =>
        signer.Verify(Purpose, token)?.Split('~') is [var cohort, var person, var issued]
            ? (new(cohort), new(person), DateTimeOffset.FromUnixTimeSeconds(long.Parse(issued, CultureInfo.InvariantCulture)))
            : null;
}

/// <summary>Somebody's sessions to subscribe to: times and names, no topics. Ends when links are revoked, the person leaves or is erased.</summary>
internal sealed class CalendarFeed(IStore store, FeedLinks links, ParticipationService participation, TimeProvider clock)
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
        if (links.ReadToken(token) is not var (id, personId, issued))
        {
            return null;
        }

        var partition = Rows.Partition(id);
        var cohort = (await store.Read<Cohort>(partition, Rows.Cohort, cancel))?.Value;
        var state = (await store.Read<CycleState>(partition, Rows.State, cancel))?.Value;
        var person = await participation.Find(id, personId, cancel);
        if (cohort is null || state?.Status is null or CycleStatus.Erased
            || person is not { IsActive: true, Email.Length: > 0 } || issued.AddSeconds(1) <= person.LinksSince)
        {
            return null;
        }

        var localizer = new Localizer(LinkAuthorizer.Texts, ReaderLanguage.LanguageOf(person, cohort), person.ZoneAt(clock.GetUtcNow()));
        return IcalWriter.Publish(cohort.Settings.Name, await Events(cohort, person, localizer, host, cancel).ToListAsync(cancel));
    }

    private async IAsyncEnumerable<IcalEvent> Events(
        Cohort cohort, Person person, Localizer localizer, string host, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var repository = new MeetingRepository(store, cohort.Id);
        foreach (var meeting in (await participation.MeetingsOf(cohort.Id, person.Id, cancel)).Where(meeting => meeting.StartedAt is not null))
        {
            var summary = meeting.Kind is MeetingKind.Circle
                ? localizer.Say("Calendar.Circle", ("cohort", cohort.Settings.Name))
                : localizer.Say(
                    "Calendar.Summary", ("name", person.Name),
                    ("partner", MeetingPageModel.NameOf(await participation.Find(cohort.Id, meeting.Others(person.Id).First(), cancel), localizer)));
            await foreach (var row in repository.Sessions(meeting.Id, cancel))
            {
                if (row.Value is { UnscheduledAt: null, Status: not SessionStatus.Missed } session && !session.Misses(person.Id))
                {
                    yield return Event(session, summary);
                }
            }
        }

        IcalEvent Event(Session session, string summary) => new(
            SessionUid.For(cohort.Id, session.Meeting, session.Number, host), session.Sequence, clock.GetUtcNow(), session.Time,
            summary, new(cohort.Settings.Contacts.Manager.Email, cohort.Settings.Contacts.Manager.Name));
    }
}
