using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>No mail twice, none missing, none at night, and none to whom it must not go.</summary>
internal static class MailInvariants
{
    /// <summary>Whatever waits at all waits no longer, while nothing stands in its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(25);

    public static IReadOnlyList<Invariant> Always { get; } =
    [
        Invariant.Of("no mail twice", [Rows.Mail], NoneTwice),
        Invariant.Of("mails go at decent hours", [Rows.Mail], AtDecentHours),
        Invariant.Of("nobody is written to who was erased", [Rows.Mail], NoneToErased),
        Invariant.Of("a mail that is recorded as sent was taken by the service", [Rows.Mail], SentWasTaken),
        Invariant.Of("a mail has one place to wait at, or none", [Rows.Mail, Rows.Queue, Rows.Later, Rows.Held], OnePlace),
    ];

    public static IReadOnlyList<Invariant> Settled { get; } =
    [
        Invariant.Of("no mail waits for nobody", [], NoneStuck),
        Invariant.Of("a mail that the service took is recorded as such", [], TakenIsRecorded),
        Invariant.Of("a question is asked by a mail", [], QuestionsAreAsked),
    ];

    private static async IAsyncEnumerable<string> NoneTwice(CheckedCohort cohort)
    {
        var taken = cohort.World.Mail.Taken;
        foreach (var mail in taken.Where(mail => mail.Times > 1))
        {
            yield return $"{mail.Mail.Id} was taken {mail.Times} times";
        }

        var letters = taken.SelectMany(mail => About(mail).Select(about => (mail.Mail.Cohort, about.Name))).GroupBy(about => about);
        foreach (var letter in cohort.MailsSeen == taken.Count ? [] : letters.Where(letter => letter.Count() > 1))
        {
            yield return $"{letter.Key.Name} stands in {letter.Count()} letters";
        }

        // Another name for the same: what it says, to whom, about what. What failed, or went to another address, goes again on purpose.
        var same = taken.SelectMany(About).Where(mail => mail is { First: null } && !mail.Name.StartsWith("readdressed", StringComparison.Ordinal) && mail.Ask is not null && mail.Kind is not MailKind.Reminder)
            .GroupBy(mail => (mail.Kind, mail.Person, mail.ToDelegate, mail.Ask));
        foreach (var one in cohort.MailsSeen == taken.Count ? [] : same.Where(one => one.Count() > 1))
        {
            yield return $"{one.Key.Kind} asks {one.Key.Person} {one.Count()} times: {string.Join(", ", one.Select(mail => mail.Name))}";
        }

        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<string> AtDecentHours(CheckedCohort cohort)
    {
        if (await cohort.View.Cohort() is not { } settings)
        {
            yield break;
        }

        var people = await cohort.People();
        foreach (var taken in cohort.World.Mail.Taken.Skip(cohort.MailsSeen))
        {
            var mail = taken.Mail.About!;
            if (mail.Kind.Declaration().Timing is MailTiming.InTime or MailTiming.AtOnce || (mail.Person is { } id && !people.ContainsKey(id)))
            {
                continue;
            }

            var hours = mail.Person is { } person ? await DecentHours.Of(cohort.View.Disk, settings, people[person], default) : DecentHours.Of(settings);
            if (!hours.Contains(taken.At))
            {
                yield return $"{mail.Name} went at {taken.At:u}";
            }
        }
    }

    private static async IAsyncEnumerable<string> NoneToErased(CheckedCohort cohort)
    {
        foreach (var taken in cohort.World.Mail.Taken.Skip(cohort.MailsSeen))
        {
            if (cohort.Told.Erased.Find(erased => erased.Person == taken.Mail.About!.Person && taken.At > erased.At) is { } erased)
            {
                yield return $"{taken.Mail.Id} went at {taken.At:u} to somebody erased at {erased.At:u}";
            }
        }

        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<string> SentWasTaken(CheckedCohort cohort)
    {
        HashSet<string> taken = [.. cohort.World.Mail.Taken.SelectMany(About).Select(mail => mail.Name)];
        var people = await cohort.People();
        foreach (var key in cohort.Changed.Where(key => key.StartsWith(Rows.Mail, StringComparison.Ordinal)))
        {
            // Whoever was erased stands under another id since, by which nothing was taken.
            if (await cohort.View.Disk.Read<Mail>(cohort.View.Partition, key) is { Value: { State: MailState.Sent } mail } && !taken.Contains(mail.Name)
                && !(mail.Person is { } id && people.GetValueOrDefault(id) is null or { Email: "" }))
            {
                yield return mail.Name;
            }
        }
    }

    private static async IAsyncEnumerable<string> OnePlace(CheckedCohort cohort)
    {
        // While a cohort is erased, places go before mails: a step that stops between the two is taken up again.
        if (await cohort.View.IsBeingErased())
        {
            yield break;
        }

        var queued = await cohort.View.All<QueueEntry>(Rows.Queue);
        var later = await cohort.View.All<LaterEntry>(Rows.Later);
        var places = queued.Select(entry => entry.Mail).Concat(later.Select(entry => entry.Mail)).CountBy(mail => mail).ToDictionary();
        foreach (var key in cohort.Changed.Where(key => key.StartsWith(Rows.Mail, StringComparison.Ordinal)))
        {
            if ((await cohort.View.Disk.Read<Mail>(cohort.View.Partition, key))?.Value is { } mail
                && places.GetValueOrDefault(mail.Name) is var count && count != (mail.State is MailState.Queued or MailState.Sending ? 1 : 0))
            {
                yield return $"{mail.Name} is {mail.State} and waits at {count} places";
            }
        }
    }

    /// <summary>After a weekend many have their turn at one hour, and go as fast as the quota allows: one that waits is stuck where it did when it was last looked.</summary>
    private static async IAsyncEnumerable<string> NoneStuck(CheckedCohort cohort)
    {
        var (waited, state) = (cohort.Waited, await cohort.View.State());
        cohort.Waited = new HashSet<string>();
        if (state is null or { Status: CycleStatus.Paused } || await MailIsStopped(cohort))
        {
            yield break;
        }

        var mails = await cohort.View.Mails();
        cohort.Waited = mails.Where(mail => mail is { State: MailState.Queued, LaterAt: null }).Select(mail => mail.Name).ToHashSet();
        foreach (var mail in mails)
        {
            var waits = mail.State is MailState.Queued && mail.LaterAt is null ? waited.Contains(mail.Name) ? cohort.Now - mail.QueuedAt : TimeSpan.Zero
                : mail.State is MailState.Queued ? cohort.Now - mail.LaterAt!.Value
                : mail.State is MailState.Sending ? cohort.Now - mail.At!.Value
                : TimeSpan.Zero;
            if (waits > Patience)
            {
                yield return $"{mail.Name} is {mail.State} since {mail.At ?? mail.QueuedAt:u}";
            }
        }
    }

    private static async IAsyncEnumerable<string> TakenIsRecorded(CheckedCohort cohort)
    {
        HashSet<string> taken = [.. cohort.World.Mail.Taken.SelectMany(About).Select(mail => mail.Name)];
        foreach (var mail in await cohort.View.Mails())
        {
            if (taken.Contains(mail.Name) && mail.State is MailState.Queued or MailState.Refused)
            {
                yield return $"{mail.Name} was taken and is {mail.State}";
            }
        }
    }

    /// <summary>Where its mail failed too, HR is told of that.</summary>
    private static async IAsyncEnumerable<string> QuestionsAreAsked(CheckedCohort cohort)
    {
        var mails = (await cohort.View.Mails()).Where(mail => mail.Ask is not null).ToLookup(mail => mail.Ask!.Value);
        var people = await cohort.People();
        foreach (var ask in await cohort.View.All<Ask>(Rows.Ask))
        {
            if (ask.SentAt is null && people.TryGetValue(ask.Id.Person, out var who) && who.IsActive
                && !mails[ask.Id].Any(mail => mail.State is MailState.Queued or MailState.Sending or MailState.Held))
            {
                yield return $"{ask.Id.AskKey}: its mails are {string.Join(", ", mails[ask.Id].Select(mail => $"{mail.Name} {mail.State} {mail.Reason}"))}";
            }
        }
    }

    private static async Task<bool> MailIsStopped(CheckedCohort cohort) =>
        await cohort.View.Disk.Read("outbox", "stop") is { Body: var stop } && stop.Contains("since", StringComparison.Ordinal);

    private static IEnumerable<Mail> About(TakenMail taken) => taken.Mail.Along.Prepend(taken.Mail.About!);
}
