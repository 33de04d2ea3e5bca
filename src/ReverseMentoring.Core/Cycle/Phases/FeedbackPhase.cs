using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>The closing survey, for all who had a partner.</summary>
public sealed class FeedbackPhase : AskingPhase
{
    public override string Name => PhaseNames.Feedback;

    protected override FormKind Form => FormKind.Feedback;

    protected override MailKind Invitation => MailKind.FeedbackInvitation;

    protected override string Then => PhaseNames.Report;

    protected override int Days(Turn turn) => turn.Cohort.Settings.Phases.Feedback;

    protected override async IAsyncEnumerable<Person> Invited(
        Turn turn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var paired = await turn.Store.PairedPeople(turn.Cohort.Id, cancel);
        await foreach (var person in turn.People(cancel).Where(person => person.IsActive && paired.Contains(person.Id)))
        {
            yield return person;
        }
    }
}
