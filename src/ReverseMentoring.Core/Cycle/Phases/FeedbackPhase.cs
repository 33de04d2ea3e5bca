using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>The closing survey, for all who had a partner; where a draw has said who waits, for all who were in it.</summary>
internal sealed class FeedbackPhase : AskingPhase
{
    public override string Name => PhaseNames.Feedback;

    protected override FormKind Form => FormKind.Feedback;

    protected override MailKind Invitation => MailKind.FeedbackInvitation;

    protected override string Then => PhaseNames.Report;

    protected override async IAsyncEnumerable<Person> Invited(
        StepContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var paired = await context.Store.PairedPeople(context.Cohort.Id, cancel);
        var lots = await context.Store.ReadLots(context.Cohort, cancel);
        await foreach (var person in context.People(cancel).Where(person => person.IsActive && (paired.Contains(person.Id) || lots.ContainsKey(person.Id))))
        {
            yield return person;
        }
    }
}
