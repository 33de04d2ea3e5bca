using System.Globalization;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>What counts in the phase that a cohort is in, and what somebody should look at.</summary>
internal sealed class SightFigures(
    DeskAtCohort desk, Snapshot<PersonLine> people, Snapshot<Meeting>? meetings, Snapshot<Session>? sessions, Snapshot<MailLine> mails, int unmatched)
{
    public IEnumerable<Tile> Tiles()
    {
        yield return new(
            desk.Say("Tile.People"), N(people.Items.Count(person => person.Active)),
            Note: desk.Say("Tile.PeopleNote", ("mentors", N(Active(Role.Mentor))), ("mentees", N(Active(Role.Mentee)))), Href: desk.Address(Places.People));
        if (meetings is not null)
        {
            var live = meetings.Items.Where(meeting => meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended)).ToArray();
            var formed = live.Count(meeting => meeting.StartedAt is not null);
            yield return desk.State.Phase is PhaseNames.Confirmation
                ? new(desk.Say("Tile.Confirmed"), N(formed), N(live.Length), desk.Say("Tile.See"), desk.Address(Places.Pairs))
                : new(desk.Say("Tile.Pairs"), N(live.Length), Note: desk.Say("Tile.See"), Href: desk.Address(Places.Pairs));
            yield return new(
                desk.Say("Tile.Unmatched"), N(unmatched), Note: unmatched > 0 ? desk.Say("Tile.Why") : null,
                Href: desk.Address(Places.Unmatched), Mood: unmatched > 0 ? Mood.Careful : Mood.Good);
        }

        if (sessions is not null)
        {
            yield return new(
                desk.Say("Tile.Held"), N(sessions.Items.Count(session => session.Status is SessionStatus.Held)), N(sessions.Items.Count),
                desk.Say("Tile.See"), desk.Address(Places.Sessions));
        }

        var queued = mails.Items.Count(mail => mail.State is MailState.Queued or MailState.Sending);
        yield return new(
            desk.Say("Tile.Mails"), N(mails.Items.Count(mail => mail.State is MailState.Sent)),
            Note: queued > 0 ? desk.Count("Tile.Queued", queued) : desk.Say("Tile.See"), Href: desk.Address(Places.Mails));
    }

    public IEnumerable<Link> Attention()
    {
        if (desk.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            yield return new(desk.Say("Attention.Review"), desk.Address(Places.Pairs));
        }

        if (desk.State.ExtendedForTurnout)
        {
            yield return new(desk.Say("Attention.Turnout"), $"{desk.Address(Places.People)}?show=open");
        }

        if (mails.Items.Count(mail => mail.IsTrouble) is > 0 and var trouble)
        {
            yield return new(desk.Count("Attention.Mails", trouble), $"{desk.Address(Places.Mails)}?state=trouble");
        }

        var attention = meetings?.Items.Count(meeting => meeting.NeedsAttention) ?? 0;
        if (attention > 0)
        {
            yield return new(desk.Count("Attention.Pairs", attention), $"{desk.Address(Places.Sessions)}?show=attention");
        }

        if (unmatched > 0 && desk.State.Phase is PhaseNames.Review)
        {
            yield return new(desk.Count("Attention.Unmatched", unmatched), desk.Address(Places.Unmatched));
        }
    }

    private int Active(Role role) => people.Items.Count(person => person.Active && person.Role == role);

    private string N(int number) => number.ToString("N0", desk.Culture);
}
