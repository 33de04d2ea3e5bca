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
internal sealed class CircleMembership(MeetingContext context, MeetingTimes times, SessionBooking booking)
{
    public async Task Change(CancellationToken cancel)
    {
        var before = context.Meeting;
        var leaving = before.Members.Where(member => HasLeft(member.Person)).ToArray();
        await times.Release(context, leaving.Select(member => member.Person), cancel);
        foreach (var member in leaving)
        {
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
            context.Write(Seeking.PlaceFree(context.Id));
            context.CohortIsToHear = true;
        }

        Presenter[] members = [.. staying.Concat(joining).OrderBy(member => member.Role is not Role.Mentor)];
        context.Meeting = before with
        {
            Members = members,
            Former = [.. before.Former, .. leaving.Select(member => member.Person)],
            MemberChanges = before.MemberChanges + 1,
            Rota = CircleRota.Renew(members, before, context.Series, context.Cohort.Settings.Sessions.Sessions, context.Now),
        };
        foreach (var session in context.Series.Where(session => session.HasTime && session.Time.Start > context.Now).ToArray())
        {
            await Attend(session, joining, cancel);
        }

        context.Meeting = context.Meeting with { Rota = CircleRota.Fit(context.Meeting, context.Series) };
        if (before.SessionsPlanned > 0 && CircleQuorum.CanGoOn(context))
        {
            await booking.Hold(context, cancel);
            Tell(staying, MailKind.CircleChanged, $"{context.Meeting.MemberChanges}");
            Tell(joining, MailKind.CircleIntroduction, "0");
        }
    }

    private bool HasLeft(PersonId person) => context.Find(person) is not { IsActive: true } || MeetingCadence.HasParted(context, person)
        || Says(MeetingCommandKind.Part, person) || Says(MeetingCommandKind.LineCrossed, person);

    private bool Says(MeetingCommandKind kind, PersonId person) =>
        context.Commands.Any(command => command.Value.Kind == kind && command.Value.Person == person);

    /// <summary>Nothing is asked of them any more. Who only leaves this circle looks for another.</summary>
    private void SayGoodbye(PersonId person)
    {
        context.Withdraw(ask => ask.Person == person);
        if (context.Find(person) is not { } leaver)
        {
            return;
        }

        foreach (var session in context.Series.Where(session => session.HasTime && session.HasInvited(person) && session.Time.Start > context.Now))
        {
            context.Tell(leaver, MailKind.SessionCancelled, session);
        }

        if (leaver.IsActive)
        {
            context.Write(Seeking.Begin(person));
            if (Says(MeetingCommandKind.LineCrossed, person))
            {
                // They have not asked for it. Not sent where a place was found by then.
                context.Write(CircleFarewell.Unmatched(context, person));
            }
        }
    }

    private List<Presenter> Joining(Presenter[] staying)
    {
        var room = context.Cohort.Settings.Matching.Circles!.LargestSize - staying.Length;
        var joining = new List<Presenter>();
        foreach (var command in context.Commands.Select(command => command.Value).Where(command => command.Kind is MeetingCommandKind.Join))
        {
            if (command.Person is not { } who || context.Find(who) is not { IsActive: true } person || context.Meeting.Has(person.Id) || context.Meeting.Former.Contains(person.Id))
            {
                continue;
            }

            if (joining.Count < room)
            {
                joining.Add(new(person.Id, person.Role, command.Brings ?? []));
                context.Write(MeetingRepository.Member(person.Id, context.Id));
            }
            else
            {
                context.Write(Seeking.Begin(person.Id));
                context.CohortIsToHear = true;
            }
        }

        return joining;
    }

    /// <summary>Who is new comes to what is planned, as far as they can.</summary>
    private async Task Attend(Session session, List<Presenter> joining, CancellationToken cancel)
    {
        var missing = joining.Count == 0 ? [] : (await booking.Missing(context, session, cancel)).Where(person => joining.Any(one => one.Person == person));
        PersonId[] without = [.. (session.Without ?? []).Where(context.Meeting.Has).Union(missing)];
        var coming = session.InvitedSequence is null ? [] : joining.Select(one => one.Person).Except(without).ToArray();
        session = context.Set(session.Missing(without, [.. (session.Declined ?? []).Where(context.Meeting.Has)]).Inviting(coming));
        foreach (var newcomer in coming)
        {
            context.Tell(context.Find(newcomer)!, MailKind.SessionInvitation, session);
        }
    }

    private void Tell(IReadOnlyCollection<Presenter> members, MailKind kind, string detail)
    {
        foreach (var person in context.People.Where(person => members.Any(member => member.Person == person.Id)))
        {
            context.Tell(person, kind, detail);
        }
    }
}
