using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// A phase in which people are asked: invite, remind, close when all have answered or their days are over.
/// Everybody's days count from the sending of their own invitation, and the last of all who were asked count, whether those have answered or not: else
/// the phase's end would tell of somebody who was asked later. Nor does it end because somebody has left, was taken out or erased: they would be the one who was silent.
/// </summary>
public abstract class AskingPhase : IPhase
{
    public abstract string Name { get; }

    protected abstract FormKind Form { get; }

    protected abstract MailKind Invitation { get; }

    protected abstract string Then { get; }

    /// <summary>Who is asked, in the order of their ids.</summary>
    protected virtual IAsyncEnumerable<Person> Invited(StepContext context, CancellationToken cancel) =>
        context.People(cancel).Where(person => person.IsActive);

    /// <summary>What is noted of the cohort when the phase opens.</summary>
    protected virtual Task<CycleState> Noted(StepContext context, CancellationToken cancel) => Task.FromResult(context.State);

    /// <summary>What is made of the answers when the phase ends.</summary>
    protected virtual Task Close(StepContext context, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>It doesn't end before, though all who were asked have answered or had their days; null: it does.</summary>
    protected virtual Task<DateTimeOffset?> WaitsFor(StepContext context, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        if (context.State.OpenedAt is null)
        {
            await Open(context, cancel);
        }

        var asks = await Remind(context, cancel);
        await Count(context, asks.LastSent, cancel);
        if (!context.State.CloseNow && (asks.Open > 0 || context.State.EndsByDays || await SomebodyIsGone(context, cancel)))
        {
            if (asks.Waiting || asks.Ends > context.Now)
            {
                return PhaseTransition.Wait(asks.Next);
            }

            if (EndOfAsked(context) is var end && end > context.Now)
            {
                return PhaseTransition.Wait(end);
            }

            if (asks.Open > 0 && await ExtendForTurnout(context, asks.Open, cancel))
            {
                return PhaseTransition.Wait(context.Now);
            }
        }

        if (!context.State.CloseNow && await WaitsFor(context, cancel) is { } waits && waits > context.Now)
        {
            return PhaseTransition.Wait(waits);
        }

        await Close(context, cancel);
        return PhaseTransition.GoTo(Then, await context.CountAnswers(Name, cancel) + context.State.ErasedAnswers.Count);
    }

    /// <summary>Somebody takes part no longer who did when the phase opened.</summary>
    private static ValueTask<bool> SomebodyIsGone(StepContext context, CancellationToken cancel) =>
        context.People(cancel).AnyAsync(person => person.LeftAt >= context.State.OpenedAt, cancel);

    /// <summary>When the last days of all are over who were asked, also of those who have answered, left, or were erased.</summary>
    private DateTimeOffset EndOfAsked(StepContext context) => context.State.AskedAt is { } last
        ? new Deadline(context.Cohort, last, PhaseCatalogue.Find(Name).Length!(context.Cohort.Settings.Phases) + context.State.ExtraDays).End
        : DateTimeOffset.MinValue;

    /// <summary>Notes what rows tell no longer once somebody has left or was erased.</summary>
    private async Task Count(StepContext context, DateTimeOffset? lastSent, CancellationToken cancel)
    {
        var answers = await context.Store.Query<AnswerReceipt>(context.Partition, KeyRange.Prefix(AskId.AnswersOf(Name)), cancel).Select(row => row.Value).ToListAsync(cancel);
        var counted = context.State.Asking(lastSent).Asking(answers.Max(answer => answer.AskedAt)) with
        {
            Answered = Turnouts.AnsweredBefore(context.Cohort, context.State, answers.Select(answer => answer.At), context.Now),
        };
        if (counted != context.State)
        {
            await context.Save(counted, [], cancel);
        }
    }

    private async Task Open(StepContext context, CancellationToken cancel)
    {
        // Before anybody is asked: what they are asked depends on it.
        if (await Noted(context, cancel) is var noted && noted != context.State)
        {
            await context.Save(noted, [], cancel);
        }

        await context.SaveEach(Invited(context, cancel), person => person.Id.Value, person => Invite(context, person.Id), cancel);
        await context.Save(context.State with { OpenedAt = context.Now, Cursor = null }, [], cancel);
    }

    /// <summary>The question to one person, and the mail that brings it.</summary>
    internal IReadOnlyList<Change> Invite(StepContext context, PersonId person)
    {
        var ask = new Ask { Id = new(Name, Form, 0, person), Late = context.State.Phase != Name };
        var mail = new Mail
        {
            Name = Names.Join("invitation", Name, person.Value),
            Kind = Invitation,
            Person = person,
            Ask = ask.Id,
            QueuedAt = context.Now,
        };
        return [Documents.Insert(ask.Id.AskKey, ask), .. mail.Insert()];
    }

    /// <summary>Whether somebody was asked already, or has answered.</summary>
    internal async Task<bool> Knows(StepContext context, PersonId person, CancellationToken cancel)
    {
        var id = new AskId(Name, Form, 0, person);
        return await context.Store.Read(context.Partition, id.AskKey, cancel) is not null
            || await context.Store.Read(context.Partition, id.AnswerKey, cancel) is not null;
    }

    private async Task<AskReview> Remind(StepContext context, CancellationToken cancel)
    {
        var review = new AskReview(context.Cohort, PhaseCatalogue.Find(Name).Length!(context.Cohort.Settings.Phases) + context.State.ExtraDays, context.Now);
        await foreach (var ask in context.Asks(Name, cancel))
        {
            review.Add(ask);
        }

        foreach (var some in review.Due.Chunk(StoreLimits.Changes / 5))
        {
            await context.Save(context.State, some.SelectMany(due => Reminders.RowsFor(due, context.Now)), cancel);
        }

        return review;
    }

    private static async Task<bool> ExtendForTurnout(StepContext context, int open, CancellationToken cancel)
    {
        var rule = context.Cohort.Settings.Turnout;
        var state = context.State;
        if (state.ExtendedForTurnout || rule.ExtendDays == 0 || state.Invited < Turnouts.Fewest || state.Invited - open >= rule.Minimum * state.Invited)
        {
            return false;
        }

        var days = state.ExtraDays + rule.ExtendDays;
        await context.Save(
            state with { ExtendedForTurnout = true, ExtraDays = days }, context.ToManager(MailKind.TurnoutLow, days), cancel);
        return true;
    }
}
