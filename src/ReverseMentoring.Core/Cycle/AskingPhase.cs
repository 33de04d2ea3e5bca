using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>
/// A phase in which people are asked: invite, remind, close when all have answered or their days are over.
/// Everybody's days count from the sending of their own invitation.
/// </summary>
public abstract class AskingPhase : IPhase
{
    public abstract string Name { get; }

    protected abstract FormKind Form { get; }

    protected abstract MailKind Invitation { get; }

    /// <summary>Days to answer.</summary>
    protected abstract int Days(Turn turn);

    protected abstract string Then { get; }

    /// <summary>Who is asked, in the order of their ids.</summary>
    protected virtual IAsyncEnumerable<Person> Invited(Turn turn, CancellationToken cancel) =>
        turn.People(cancel).Where(person => person.IsActive);

    /// <summary>What is made of the answers when the phase ends.</summary>
    protected virtual Task Close(Turn turn, CancellationToken cancel) => Task.CompletedTask;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        if (turn.State.OpenedAt is null)
        {
            await Open(turn, cancel);
        }

        var asks = await Remind(turn, cancel);
        if (!turn.State.CloseNow && asks.Open > 0)
        {
            if (asks.Waiting || asks.Ends > turn.Now)
            {
                return Move.Wait(asks.Next);
            }

            if (await ExtendForTurnout(turn, asks.Open, cancel))
            {
                return Move.Wait(turn.Now);
            }
        }

        await Close(turn, cancel);
        return Move.GoTo(Then, await turn.CountAnswers(Name, cancel));
    }

    private async Task Open(Turn turn, CancellationToken cancel)
    {
        await turn.SaveEach(Invited(turn, cancel), person => person.Id, person => Invite(turn, person.Id), cancel);
        await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null }, [], cancel);
    }

    /// <summary>The question to one person, and the mail that brings it.</summary>
    internal IReadOnlyList<Change> Invite(Turn turn, string person)
    {
        var ask = new Ask { Id = new(Name, Form, 0, person), Late = turn.State.Phase != Name };
        var mail = new Mail
        {
            Name = Names.Of("invitation", Name, person),
            Kind = Invitation,
            Person = person,
            Ask = ask.Id,
            QueuedAt = turn.Now,
        };
        return [Documents.Insert(ask.Id.AskKey, ask), .. mail.Insert()];
    }

    /// <summary>Whether somebody was asked already, or has answered.</summary>
    internal async Task<bool> Knows(Turn turn, string person, CancellationToken cancel)
    {
        var id = new AskId(Name, Form, 0, person);
        return await turn.Store.Read(turn.Partition, id.AskKey, cancel) is not null
            || await turn.Store.Read(turn.Partition, id.AnswerKey, cancel) is not null;
    }

    private async Task<AskReview> Remind(Turn turn, CancellationToken cancel)
    {
        var review = new AskReview(turn.Cohort, Days(turn) + turn.State.ExtraDays, turn.Now);
        await foreach (var ask in turn.Asks(Name, cancel))
        {
            review.Look(ask);
        }

        foreach (var due in review.Due.Chunk(StoreLimits.Changes / 4))
        {
            await turn.Save(turn.State, due.SelectMany(ask => Reminders.Of(ask, turn.Now)), cancel);
        }

        return review;
    }

    private static async Task<bool> ExtendForTurnout(Turn turn, int open, CancellationToken cancel)
    {
        var rule = turn.Cohort.Settings.Turnout;
        var state = turn.State;
        if (state.ExtendedForTurnout || rule.ExtendDays == 0 || state.Invited - open >= rule.Minimum * state.Invited)
        {
            return false;
        }

        var days = state.ExtraDays + rule.ExtendDays;
        await turn.Save(
            state with { ExtendedForTurnout = true, ExtraDays = days }, turn.ToManager(MailKind.TurnoutLow, days), cancel);
        return true;
    }
}
