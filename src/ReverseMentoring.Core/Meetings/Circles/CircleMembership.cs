using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>Who comes into a circle and who goes, without fault and without reasons.</summary>
internal sealed class CircleMembership(MeetingContext turn, MeetingTimes times, SessionBooking booking)
{
    public async Task Change(CancellationToken cancel)
    {
        var before = turn.Meeting;
        var leaving = before.Members.Where(member => HasLeft(member.Person)).ToArray();
        foreach (var member in leaving)
        {
            await times.Release(turn, member.Person, cancel);
            SayGoodbye(member.Person);
        }

        var staying = before.Members.Except(leaving).ToArray();
        var joining = Joining(staying);
        if (leaving.Length == 0 && joining.Count == 0)
        {
            return;
        }

        if (leaving.Length > 0)
        {
            // A place is free for somebody else.
            turn.Write(Seeking.Begin(turn.Id));
            turn.CohortIsToHear = true;
        }

        Presenter[] members = [.. staying.Concat(joining).OrderBy(member => member.Role is not Role.Mentor)];
        turn.Meeting = before with
        {
            Members = members,
            Former = [.. before.Former, .. leaving.Select(member => member.Person)],
            MemberChanges = before.MemberChanges + 1,
            Rota = CircleRota.Renew(members, before, turn.Series, turn.Cohort.Settings.Sessions.Sessions),
        };
        foreach (var session in turn.Series.Where(session => session.HasTime && session.Time.Start > turn.Now).ToArray())
        {
            await Attend(session, joining, cancel);
        }

        turn.Meeting = turn.Meeting with { Rota = CircleRota.Fit(turn.Meeting, turn.Series) };
        if (before.SessionsPlanned > 0 && CircleQuorum.CanGoOn(turn))
        {
            await booking.Hold(turn, cancel);
            Tell(staying, MailKind.CircleChanged, $"{turn.Meeting.MemberChanges}");
            Tell(joining, MailKind.CircleIntroduction, "0");
        }
    }

    private bool HasLeft(string person) => turn.Find(person) is not { IsActive: true } || MeetingCadence.HasParted(turn, person)
        || Says(MeetingCommandKind.Part, person) || Says(MeetingCommandKind.LineCrossed, person);

    private bool Says(MeetingCommandKind kind, string person) =>
        turn.Commands.Any(command => command.Value.Kind == kind && command.Value.Person == person);

    /// <summary>Nothing is asked of them any more. Who only leaves this circle looks for another.</summary>
    private void SayGoodbye(string person)
    {
        turn.Withdraw(ask => ask.Person == person);
        if (turn.Find(person) is not { } leaver)
        {
            return;
        }

        foreach (var session in turn.Series.Where(session => session.HasTime && session.HasInvited(person) && session.Time.Start > turn.Now))
        {
            turn.Tell(leaver, MailKind.SessionCancelled, session);
        }

        if (leaver.IsActive)
        {
            turn.Write(Seeking.Begin(person));
            if (Says(MeetingCommandKind.LineCrossed, person))
            {
                // They have not asked for it. Not sent where a place was found by then.
                turn.Write(CircleFarewell.Unmatched(turn, person));
            }
        }
    }

    private List<Presenter> Joining(Presenter[] staying)
    {
        var room = turn.Cohort.Settings.Matching.Circles!.LargestSize - staying.Length;
        var joining = new List<Presenter>();
        foreach (var command in turn.Commands.Select(command => command.Value).Where(command => command.Kind is MeetingCommandKind.Join))
        {
            if (turn.Find(command.Person) is not { IsActive: true } person || turn.Meeting.Has(person.Id) || turn.Meeting.Former.Contains(person.Id))
            {
                continue;
            }

            if (joining.Count < room)
            {
                joining.Add(new(person.Id, person.Role, command.Brings ?? []));
                turn.Write(new Change.Put(MeetingRepository.MemberKey(person.Id, turn.Id), "{}"));
            }
            else
            {
                turn.Write(Seeking.Begin(person.Id));
                turn.CohortIsToHear = true;
            }
        }

        return joining;
    }

    /// <summary>Who is new comes to what is planned, as far as they can.</summary>
    private async Task Attend(Session session, List<Presenter> joining, CancellationToken cancel)
    {
        var missing = joining.Count == 0 ? [] : (await booking.Missing(turn, session, cancel)).Where(person => joining.Any(one => one.Person == person));
        string[] without = [.. (session.Without ?? []).Where(turn.Meeting.Has).Union(missing)];
        var coming = session.InvitedSequence is null ? [] : joining.Select(one => one.Person).Except(without).ToArray();
        session = turn.Set(session.Missing(without, [.. (session.Declined ?? []).Where(turn.Meeting.Has)]).Inviting(coming));
        foreach (var newcomer in coming)
        {
            turn.Tell(turn.Find(newcomer)!, MailKind.SessionInvitation, session);
        }
    }

    private void Tell(IReadOnlyCollection<Presenter> members, MailKind kind, string detail)
    {
        foreach (var person in turn.People.Where(person => members.Any(member => member.Person == person.Id)))
        {
            turn.Tell(person, kind, detail);
        }
    }
}
