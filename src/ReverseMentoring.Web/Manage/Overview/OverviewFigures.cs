using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Meetings;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>What counts in the phase that a cohort is in, and what somebody should look at.</summary>
internal sealed class OverviewFigures(
    CohortContext context, Snapshot<PersonLine> people, Snapshot<Meeting>? meetings, Snapshot<Session>? sessions, Snapshot<MailLine> mails, int unmatched)
{
    public IEnumerable<Tile> Tiles()
    {
        yield return new(
            context.Say("Tile.People"), N(people.Items.Count(person => person.Active)),
            Note: context.Say("Tile.PeopleNote", ("mentors", N(Active(Role.Mentor))), ("mentees", N(Active(Role.Mentee)))), Href: context.Address(ManagerRoutes.People));
        if (meetings is not null)
        {
            var live = meetings.Items.Where(meeting => meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended)).ToArray();
            var formed = live.Count(meeting => meeting.StartedAt is not null);
            yield return context.State.Phase is PhaseNames.Confirmation
                ? new(context.Say("Tile.Confirmed"), N(formed), N(live.Length), context.Say("Tile.See"), context.Address(ManagerRoutes.Pairs))
                : new(context.Say("Tile.Pairs"), N(live.Length), Note: context.Say("Tile.See"), Href: context.Address(ManagerRoutes.Pairs));
            yield return new(
                context.Say("Tile.Unmatched"), N(unmatched), Note: unmatched > 0 ? context.Say("Tile.Why") : null,
                Href: context.Address(ManagerRoutes.Unmatched), Tone: unmatched > 0 ? Tone.Careful : Tone.Good);
        }

        if (sessions is not null)
        {
            yield return new(
                context.Say("Tile.Over"), N(sessions.Items.Count(session => SessionTexts.StandingOf(session, context.Now) is SessionStanding.Over)), N(sessions.Items.Count),
                context.Say("Tile.See"), context.Address(ManagerRoutes.Sessions));
        }

        var queued = mails.Items.Count(mail => mail.State is MailState.Queued or MailState.Sending);
        yield return new(
            context.Say("Tile.Mails"), N(mails.Items.Count(mail => mail.State is MailState.Sent)),
            Note: queued > 0 ? context.Count("Tile.Queued", queued) : context.Say("Tile.See"), Href: context.Address(ManagerRoutes.Mails));
    }

    public IEnumerable<Link> Attention()
    {
        if (context.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            yield return new(context.Say("Attention.Review"), context.Address(ManagerRoutes.Pairs));
        }

        if (context.State.ExtendedForTurnout)
        {
            yield return new(context.Say("Attention.Turnout"), context.Address(ManagerRoutes.People));
        }

        if (mails.Items.Count(mail => mail.HasFailed) is > 0 and var trouble)
        {
            yield return new(context.Count("Attention.Mails", trouble), $"{context.Address(ManagerRoutes.Mails)}?state=trouble");
        }

        var attention = meetings?.Items.Count(meeting => meeting.NeedsAttention) ?? 0;
        if (attention > 0)
        {
            yield return new(context.Count("Attention.Pairs", attention), $"{context.Address(ManagerRoutes.Sessions)}?show=attention");
        }

        if (unmatched > 0 && context.State.Phase is PhaseNames.Review)
        {
            yield return new(context.Count("Attention.Unmatched", unmatched), context.Address(ManagerRoutes.Unmatched));
        }
    }

    private int Active(Role role) => people.Items.Count(person => person.Active && person.Role == role);

    private string N(int number) => number.ToString("N0", context.Culture);
}
