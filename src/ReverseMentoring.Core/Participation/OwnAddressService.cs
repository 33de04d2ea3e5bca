using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>
/// A link is in mails, and mails are forwarded. So what takes somebody out of the programme, a pair or a circle, or lets another in, takes effect when it is confirmed from a mail
/// that goes to the person's own address then, and what they wrote earlier opens by a code that goes there.
/// </summary>
public sealed class OwnAddressService(
    IStore store, OwnCodes codes, IRandomSource random, ParticipationService participation, Wakes wakes, TimeProvider clock)
{
    /// <summary>So many such mails a day at most: whoever asks in another's name is no plague, and guesses little.</summary>
    public const int MostMails = 8;

    /// <summary>Wrong tries until a code is over.</summary>
    public const int MostTries = 5;

    /// <summary>The number by which a mail to an earlier address calls what waits there: no request has it, so that no mail to the new one leads there.</summary>
    public const int MoveNumber = 0;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Over a weekend.</summary>
    private static readonly TimeSpan ActLasts = TimeSpan.FromDays(3);

    /// <summary>Nobody waits for it, and the person hasn't asked: over a fortnight away.</summary>
    private static readonly TimeSpan ListedLasts = TimeSpan.FromDays(21);

    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(30);

    /// <summary>Notes what somebody would do, in place of what they asked for before, and mails them so that they can confirm it.</summary>
    /// <returns>False: enough such mails went today, and nothing was noted.</returns>
    public Task<bool> Ask(CohortId cohort, PersonId person, OwnActKind kind, string? delegateEmail = null, MeetingId? meeting = null, CancellationToken cancel = default) =>
        Ask(cohort, person, kind, ActLasts, delegateEmail, meeting, cancel);

    /// <summary>Asks somebody who takes part from now on whether whom HR's list names is to keep their calendar; their own page offers it later too.</summary>
    public async Task AskOfListed(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        if (await participation.Find(cohort, person, cancel) is { ProposedDelegate: { } listed })
        {
            await Ask(cohort, person, OwnActKind.Delegate, ListedLasts, listed, null, cancel);
        }
    }

    /// <summary>Mails a code, in place of one that went before.</summary>
    /// <returns>False: enough such mails went today.</returns>
    public Task<bool> SendCode(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        Request(cohort, person, MailKind.OwnCode, (requests, now) => requests with { Code = new(requests.Number, Names.Draw(random), now + CodeLasts) }, CodeLasts, cancel);

    /// <summary>
    /// Says no to what somebody was asked first. As long as they have agreed to nothing, nothing is taken from them by that: it takes effect
    /// at once, and their own address hears of it. Whoever has agreed leaves as others do, and so does whoever comes by an address that isn't confirmed: it may be anybody's.
    /// </summary>
    /// <returns>Null: enough mails went today. False: it waits to be confirmed.</returns>
    public async Task<bool?> SayNoThanks(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        var agreed = await store.Read<Agreement>(Rows.Partition(cohort), Agreement.KeyOf(person), cancel);
        if (agreed?.Value.Notice is not null || await IsMoved(cohort, person, cancel))
        {
            return await Ask(cohort, person, OwnActKind.Leave, cancel: cancel) ? false : null;
        }

        await participation.Leave(cohort, person, cancel);
        await Request(cohort, person, MailKind.NoThanksSaid, (requests, _) => requests, Day, cancel);
        return true;
    }

    /// <returns>What waits under this number; null: it was done, replaced, has run out, or there is nothing left to end.</returns>
    public async Task<OwnAct?> FindAct(CohortId cohort, PersonId person, int number, CancellationToken cancel = default) => number == MoveNumber
        ? await IsMoved(cohort, person, cancel) ? new(OwnActKind.Move, MoveNumber, DateTimeOffset.MaxValue) : null
        : (await Read(cohort, person, cancel))?.Value.Act is { } act && act.Number == number && clock.GetUtcNow() < act.Until && await CanBeDone(cohort, person, act, cancel)
            ? act
            : null;

    /// <summary>Does what waits. Twice is as once.</summary>
    /// <returns>What was done; null: nothing waits under this number.</returns>
    public async Task<OwnAct?> Confirm(CohortId cohort, PersonId person, int number, CancellationToken cancel = default)
    {
        if (await FindAct(cohort, person, number, cancel) is not { } act)
        {
            return null;
        }

        await (act.Kind switch
        {
            OwnActKind.Leave => participation.Leave(cohort, person, cancel),
            OwnActKind.Erase => participation.Erase(cohort, person, cancel),
            OwnActKind.Delegate => participation.NameDelegate(cohort, person, act.Delegate, cancel),
            OwnActKind.Part => participation.Part(cohort, person, act.Meeting!.Value, cancel),
            OwnActKind.Move => participation.ConfirmAddress(cohort, person, cancel),
        });
        await Change(cohort, person, requests => requests.Act == act ? requests with { Act = null } : null, cancel);
        return act;
    }

    /// <summary>Whether a code is out that can still be tried.</summary>
    public async Task<bool> HasCode(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        IsOpen((await Read(cohort, person, cancel))?.Value.Code);

    /// <summary>Tries a code. The try is counted before anything is compared, so that many at once are no more than these.</summary>
    /// <returns>Whether it was the one; it opens once.</returns>
    public async Task<bool> Try(CohortId cohort, PersonId person, string given, CancellationToken cancel = default)
    {
        OwnCode? tried = null;
        await Change(cohort, person, requests =>
        {
            tried = IsOpen(requests.Code) ? requests.Code : null;
            return tried is null ? null : requests with { Code = tried with { Tries = tried.Tries + 1 } };
        }, cancel);
        if (tried is null || !codes.IsOne(cohort, person, tried.Nonce, given))
        {
            return false;
        }

        var opened = false;
        await Change(cohort, person, requests =>
        {
            opened = requests.Code?.Number == tried.Number;
            return opened ? requests with { Code = null } : null;
        }, cancel);
        return opened;
    }

    /// <summary>What a mail of this name is to say; null: it was done, replaced, or has run out.</summary>
    public async Task<(OwnAct? Act, string? Code)?> FindMailed(CohortId cohort, PersonId person, Mail mail, CancellationToken cancel = default)
    {
        var (requests, name) = ((await Read(cohort, person, cancel))?.Value ?? new(), mail.First ?? mail.Name);
        return requests.Act is { } act && name == NameOf(MailKind.OwnAct, person, act.Number) && await CanBeDone(cohort, person, act, cancel) ? (act, null)
            : requests.Code is { } code && name == NameOf(MailKind.OwnCode, person, code.Number) && IsOpen(code) ? (null, codes.CodeOf(cohort, person, code.Nonce))
            : null;
    }

    private Task<bool> Ask(CohortId cohort, PersonId person, OwnActKind kind, TimeSpan lasts, string? delegateEmail, MeetingId? meeting, CancellationToken cancel) => Request(
        cohort, person, MailKind.OwnAct, (requests, now) => requests with { Act = new(kind, requests.Number, now + lasts, delegateEmail, meeting) }, lasts, cancel);

    /// <summary>Until the address that they had confirms the new one, it decides.</summary>
    private async Task<bool> IsMoved(CohortId cohort, PersonId person, CancellationToken cancel) => (await participation.Find(cohort, person, cancel))?.MovedFrom is not null;

    /// <summary>Of a pair or circle, for as long as they meet in it; what was asked for before another address was entered only where it may be asked for at one that isn't confirmed.</summary>
    private async Task<bool> CanBeDone(CohortId cohort, PersonId person, OwnAct act, CancellationToken cancel) => act.Kind is OwnActKind.Leave or OwnActKind.Erase
        || (!await IsMoved(cohort, person, cancel) && await IsStanding(cohort, person, act, cancel));

    private async Task<bool> IsStanding(CohortId cohort, PersonId person, OwnAct act, CancellationToken cancel) => act.Meeting is not { } meeting
        || (await new MeetingRepository(store, cohort).Find(meeting, cancel) is { Value: { Status: MeetingStatus.Running } running } && running.Has(person)
            && !await participation.IsParting(cohort, person, meeting, cancel));

    private bool IsOpen(OwnCode? code) => code is { Tries: < MostTries } && clock.GetUtcNow() < code.Until;

    private Task<Stored<OwnRequests>?> Read(CohortId cohort, PersonId person, CancellationToken cancel) =>
        store.Read<OwnRequests>(Rows.Partition(cohort), Rows.Own + person, cancel);

    private async Task<bool> Request(
        CohortId cohort, PersonId person, MailKind kind, Func<OwnRequests, DateTimeOffset, OwnRequests> change, TimeSpan lasts, CancellationToken cancel)
    {
        while (true)
        {
            var (now, row) = (clock.GetUtcNow(), await Read(cohort, person, cancel));
            DateTimeOffset[] mailed = [.. (row?.Value.Mailed ?? []).Where(moment => now - moment < Day)];
            if (mailed.Length >= MostMails)
            {
                return false;
            }

            var counted = (row?.Value ?? new()) with { Number = (row?.Value.Number ?? 0) + 1, Mailed = [.. mailed, now] };
            var mail = new Mail { Name = NameOf(kind, person, counted.Number), Kind = kind, Person = person, QueuedAt = now, Until = now + lasts };
            var (after, wake) = (change(counted, now), await wakes.Announce(ProcessId.Outbox, cancel));
            try
            {
                await store.Write(Rows.Partition(cohort), [row is null ? Documents.Insert(Rows.Own + person, after) : row.Replace(after), .. mail.Insert()], cancel);
            }
            catch (StoreConflictException)
            {
                // Asked for twice at once: the later one replaces the earlier.
                continue;
            }

            await wake.Now(cancel);
            return true;
        }
    }

    private Task Change(CohortId cohort, PersonId person, Func<OwnRequests, OwnRequests?> change, CancellationToken cancel) =>
        store.Edit(Rows.Partition(cohort), Rows.Own + person, change, cancel);

    private static string NameOf(MailKind kind, PersonId person, int number) => Names.Join(kind.Slug(), $"{number}", person.Value);
}
