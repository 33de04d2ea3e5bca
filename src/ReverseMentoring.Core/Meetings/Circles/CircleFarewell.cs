using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>How people hear that they have no circle any more.</summary>
internal static class CircleFarewell
{
    /// <summary>Who never heard of the circle hears that they have none yet, unless a place was found for them when the mail's turn comes.</summary>
    public static void Say(MeetingContext turn)
    {
        var coming = turn.Commands.Where(command => command.Value.Kind is MeetingCommandKind.Join).Select(command => command.Value.Person).ToHashSet();
        foreach (var person in turn.People.Where(person => person.IsActive))
        {
            if (turn.Meeting.SessionsPlanned == 0 || coming.Contains(person.Id))
            {
                turn.Write(Unmatched(turn, person.Id));
            }
            else
            {
                turn.Tell(person, MailKind.MeetingEnded);
            }
        }
    }

    public static IReadOnlyList<Change> Unmatched(MeetingContext turn, string person) => new Mail
    {
        Name = Names.Join(MailKind.Unmatched.Slug(), turn.Id, person), Kind = MailKind.Unmatched, Person = person, QueuedAt = turn.Now,
    }.Insert();
}
