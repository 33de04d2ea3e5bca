using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Simulating.Acting;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>No answer is lost, everybody is told how it ends for them, and nothing is left of whoever was erased.</summary>
internal static class PersonInvariants
{
    public static IReadOnlyList<Invariant> Always { get; } = [Invariant.Of("no answer is lost", [Rows.Answer, Rows.Person, Rows.State], AnswersStay)];

    public static IReadOnlyList<Invariant> Settled { get; } =
    [
        Invariant.Of("nothing is left of whoever was erased", [], NothingLeftOfErased),
        Invariant.Of("everybody is told how it ends", [], EverybodyIsTold),
    ];

    public static IReadOnlyList<Invariant> Ended { get; } =
    [
        Invariant.Of("nothing is left of anybody", [], NothingLeftOfAnybody),
        Invariant.Of("the log of what was done is whole", [], LogIsWhole),
    ];

    private static async IAsyncEnumerable<string> AnswersStay(CheckedCohort cohort)
    {
        // In the end they go, one kind of row after the other.
        if (await cohort.View.State() is null or { Phase: PhaseNames.Retention or PhaseNames.Erased })
        {
            yield break;
        }

        var people = await cohort.People();
        foreach (var sent in cohort.Told.Answers.Where(sent => sent.Taken > 0 && !cohort.HasAskedForErasure(sent.Ask.Person) && people.ContainsKey(sent.Ask.Person)))
        {
            var row = await cohort.View.Disk.Read(cohort.View.Partition, sent.Ask.AnswerKey);
            var times = row is null ? 0 : row.Value<Answer<System.Text.Json.JsonElement>>().Times;
            if (times < sent.Taken || times > sent.Taken + sent.Unheard)
            {
                yield return $"{sent.Ask.AnswerKey}: {sent.Taken} were taken, of {sent.Unheard} nobody knows, and {times} are there";
            }
        }
    }

    private static async IAsyncEnumerable<string> NothingLeftOfErased(CheckedCohort cohort)
    {
        foreach (var erased in cohort.Told.Erased)
        {
            foreach (var partition in cohort.World.Disk.Partitions)
            {
                await foreach (var row in cohort.World.Disk.Query(partition, KeyRange.Prefix("")).Where(row => Holds(row.Body, erased)))
                {
                    yield return $"{row.Key} of {partition} still tells of {erased.Name}";
                }
            }

            foreach (var one in cohort.World.Calendars?.Standing.Where(one => one.Time.Start > cohort.Now && one.Attendees.Contains(erased.Email)) ?? [])
            {
                yield return $"{one.Name} in calendars still invites {erased.Email}";
            }
        }
    }

    private static bool Holds(string body, Erased erased) =>
        body.Contains(erased.Name, StringComparison.Ordinal) || body.Contains($"\"{erased.Email}\"", StringComparison.OrdinalIgnoreCase);

    private static async IAsyncEnumerable<string> EverybodyIsTold(CheckedCohort cohort)
    {
        if (await cohort.View.State() is not { Phase: PhaseNames.Retention, OpenedAt: not null } state)
        {
            yield break;
        }

        var told = (await cohort.View.Mails()).Where(mail => mail is { Kind: MailKind.Thanks or MailKind.Unmatched or MailKind.CycleCancelled, Person: not null }).Select(mail => mail.Person!.Value).ToHashSet();
        foreach (var person in (await cohort.People()).Values.Where(person => person.IsActive && !told.Contains(person.Id)))
        {
            yield return $"{person.Id} of a cohort that is {state.Status} has heard nothing";
        }
    }

    private static async IAsyncEnumerable<string> NothingLeftOfAnybody(CheckedCohort cohort)
    {
        foreach (var partition in cohort.World.Disk.Partitions)
        {
            await foreach (var row in cohort.World.Disk.Query(partition, KeyRange.Prefix("")))
            {
                if (row.Body.Contains("-Nr", StringComparison.Ordinal) || row.Body.Contains("@example.org", StringComparison.OrdinalIgnoreCase) && !row.Body.Contains("programme@", StringComparison.Ordinal))
                {
                    yield return $"{row.Key} of {partition}: {row.Body[..Math.Min(200, row.Body.Length)]}";
                }
            }
        }
    }

    private static async IAsyncEnumerable<string> LogIsWhole(CheckedCohort cohort)
    {
        if ((await new AuditLog(cohort.World.Disk, TimeProvider.System).Verify()).Broken is { } broken)
        {
            yield return $"from entry {broken} on";
        }
    }
}
