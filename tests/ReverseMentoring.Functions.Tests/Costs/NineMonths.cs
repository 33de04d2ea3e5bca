using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.Functions.Tests.Costs;

/// <summary>A cohort of nine months in virtual time, run as the Azure host runs it: a step for each wake, a wake for each start.</summary>
internal sealed class NineMonths(IStore store, int people)
{
    private static readonly DateTimeOffset Begin = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly TurnableClock clock = new(Begin);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public int Steps { get; private set; }

    public int Wakes { get; private set; }

    public int Answers { get; private set; }

    public TimeSpan Length => clock.GetUtcNow() - Begin;

    public async Task Play()
    {
        await using var services = Hosts.Local(store, clock);
        var (due, runner, answers) = (services.GetRequiredService<DueRows>(), services.GetRequiredService<ProcessRunner>(), services.GetRequiredService<AnswerService>());
        var mails = (CapturedMail)services.GetRequiredService<IMailTransport>();
        var cohort = await Start(services.GetRequiredService<CohortStarter>());
        while ((await store.Read<CycleState>(Rows.Partition(new CohortId(cohort.Value)), Rows.State))!.Value.Status is not CycleStatus.Erased)
        {
            var overdue = await due.Overdue(clock.GetUtcNow()).ToListAsync();
            foreach (var (process, _) in overdue)
            {
                var result = await runner.Advance(process);
                Steps++;
                Wakes += (result.Starts.Count + 49) / 50;
            }

            foreach (var id in mails.Taken.Keys.Where(seen.Add).ToList())
            {
                await Answer(cohort, id, answers);
            }

            if (overdue.Count == 0 && await due.Overdue(clock.GetUtcNow()).CountAsync() == 0)
            {
                clock.TurnTo(await due.Earliest() ?? throw new InvalidOperationException("Nothing is due any more."));
            }
        }
    }

    private async Task<CohortId> Start(CohortStarter starter)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            name = "Nine months",
            start = "2027-01-05",
            timeZone = "UTC",
            sessions = new { sessions = 6 },
            review = new { goOnAfterDeadline = true },
            contacts = new { manager = new { name = "Pat", email = "pat@example.org" }, trusted = new { name = "Nia", email = "nia@example.net" } },
            participants = Enumerable.Range(0, people).Select(i => new
            {
                name = $"Person {i}", email = $"person{i}@example.org", role = i % 2 == 0 ? "mentor" : "mentee", level = i % 2 == 0 ? 1 : 3,
                department = $"D{i % 7}", timeZone = "Europe/Berlin", languages = new[] { "en" },
            }),
        }, JsonSerializerOptions.Web);
        var findings = new Findings();
        return (await starter.Start(json, null, "costs", findings)).Cohort ?? throw new InvalidOperationException(JsonSerializer.Serialize(findings));
    }

    /// <summary>Four of five answer at once; the others are reminded.</summary>
    private async Task Answer(CohortId cohort, string mail, AnswerService answers)
    {
        if (await store.Read<Core.Mailing.Mail>(Rows.Partition(cohort), Rows.Mail + mail[(cohort.Value.Length + 1)..]) is not { Value: { Ask: { } ask } about }
            || (about.Kind is not MailKind.Reminder && Names.Digest(mail)[0] % 5 == 0))
        {
            return;
        }

        Answers += await Company.Answer(cohort, ask, answers) ? 1 : 0;
    }
}
