using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>How people hear that they have no circle any more.</summary>
internal static class CircleFarewell
{
    /// <summary>Who never heard of the circle hears that they have none yet, unless a place was found for them when the mail's turn comes.</summary>
    public static void Say(MeetingContext context)
    {
        var coming = context.Commands.Where(command => command.Value.Kind is MeetingCommandKind.Join).Select(command => command.Value.Person).ToHashSet();
        foreach (var person in context.People.Where(person => person.IsActive))
        {
            if (context.Meeting.SessionsPlanned == 0 || coming.Contains(person.Id))
            {
                context.Write(Unmatched(context, person.Id));
            }
            else
            {
                context.Tell(person, MailKind.MeetingEnded);
            }
        }
    }

    public static IReadOnlyList<Change> Unmatched(MeetingContext context, PersonId person) => new Mail
    {
        Name = Names.Join(MailKind.Unmatched.Slug(), context.Id.Value, person.Value), Kind = MailKind.Unmatched, Person = person, QueuedAt = context.Now,
    }.Insert();
}
