using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>The news that there is no partner for somebody: once for each, when a draw has said so or when the sessions begin.</summary>
internal static class NoPartner
{
    public static IReadOnlyCollection<Change> Tell(StepContext context, PersonId person) =>
        new Mail { Name = Names.Join(MailKind.Unmatched.Slug(), person.Value), Kind = MailKind.Unmatched, Person = person, QueuedAt = context.Now }.Insert();
}
