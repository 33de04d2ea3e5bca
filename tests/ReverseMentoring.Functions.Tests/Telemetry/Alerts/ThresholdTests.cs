using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Cycle;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>The rules of infra asked of what the product tells in the course of hours: when each goes off, and what passes by itself and tells nobody.</summary>
public sealed class ThresholdTests
{
    private static readonly DateTimeOffset Begin = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Outbox = ProcessId.Outbox.Name, Cohort = ProcessId.OfCohort(new("spring")).Name, Other = ProcessId.OfCohort(new("autumn")).Name;

    private readonly List<Told> told = [];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_step_that_fails_for_some_minutes_tells_nobody(int times)
    {
        await Fail(Cohort, times);
        await Fail(Other, times);
        await Fail(Outbox, times);

        Raises();
    }

    [Fact]
    public async Task A_step_that_fails_for_a_quarter_of_an_hour_raises_an_alert_of_its_own_kind()
    {
        var last = await Fail(Cohort, 5);
        Assert.InRange(last - Begin, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(20));
        Raises("process-stuck");

        told.Clear();
        await Fail(Outbox, 5);
        Raises("mail-stuck");
    }

    [Fact]
    public void What_two_sweeps_find_overdue_raises_an_alert_and_what_one_finds_does_not()
    {
        Tell(201, [0], ("Process", Cohort));
        Tell(201, [0], ("Process", Other));
        Tell(201, [0], ("Process", Outbox));
        Raises();

        Tell(201, [10], ("Process", Cohort));
        Raises("process-stuck");

        Tell(201, [10], ("Process", Outbox));
        Raises("mail-stuck", "process-stuck");
    }

    [Fact]
    public void What_was_started_anew_once_tells_nobody_and_twice_raises_an_alert()
    {
        Tell(202, [0], ("Process", Cohort));
        Tell(205, [0], ("Process", Other));
        Tell(202, [0], ("Process", Outbox));
        Raises();

        Tell(205, [300], ("Process", Cohort));
        Raises("orchestration-failed");
    }

    [Fact]
    public void A_mail_that_can_not_be_written_raises_an_alert_at_the_fifth_time()
    {
        Tell(110, [0, 20, 40, 60], ("Mail", "a"));
        Tell(110, [0, 20, 40, 60], ("Mail", "b"));
        Raises();

        Tell(110, [80], ("Mail", "b"));
        Raises("mail-stuck");
    }

    [Fact]
    public void A_mailbox_that_can_not_be_read_for_an_hour_raises_an_alert()
    {
        Tell(114, [0, 10, 20, 30, 40]);
        Raises();

        Tell(114, [50]);
        Raises("mail-stuck");
    }

    [Fact]
    public void A_mail_service_that_has_put_everything_off_for_an_hour_raises_an_alert_at_once()
    {
        Tell(111, [0]);

        Raises("mail-stuck");
    }

    [Theory]
    [InlineData(203)]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(310)]
    [InlineData(320)]
    public void The_third_page_that_fails_within_the_hour_raises_an_alert(int id)
    {
        Tell(id, [0, 10, 75]);
        Raises();

        Tell(id, [45]);
        Raises("page-failed");
    }

    [Fact]
    public void A_sweep_that_is_missed_tells_nobody_and_silence_is_told_within_the_hour()
    {
        Assert.Empty(Silent(from: 60, to: 85));
        Assert.Equal(["sweep-silent"], Silent(from: 60, to: 120));
        Assert.Empty(Silent(from: 60, to: 180, [.. Every(10, 60, 180).Select(at => Told.Ran(at, "Sweep", success: true))]));
        Assert.Equal(["sweep-silent"], Silent(from: 60, to: 120, [.. Every(10, 60, 120).Select(at => Told.Ran(at, "Sweep", success: false))]));
    }

    [Fact]
    public void A_workspace_that_takes_no_more_is_told()
    {
        told.Add(Told.OfWorkspace(Begin, "Ingestion", "The data size limit is reached. Status: OverQuota"));
        Raises("daily-cap");

        told.Clear();
        told.Add(Told.OfWorkspace(Begin, "Ingestion", "A table was made"));
        Raises();
    }

    [Fact]
    public void What_other_code_tells_by_the_same_ids_raises_nothing()
    {
        told.AddRange(AlertRules.Messages.SelectMany(message => Enumerable.Range(0, 20).Select(minute => Told.Trace(Begin.AddMinutes(minute), "Azure.Core", message.EventId, []))));

        Raises();
    }

    private static IEnumerable<DateTimeOffset> Every(int minutes, int from, int to) =>
        Enumerable.Range(0, ((to - from) / minutes) + 1).Select(number => Begin.AddMinutes(from + (number * minutes)));

    private static List<Told> Sweeps(int from, int to) => [.. Every(10, from, to).Select(at => Told.Message(at, 207))];

    /// <summary>Alerts within an hour of a silence, with sweeps before and after.</summary>
    private static IEnumerable<string> Silent(int from, int to, params Told[] meanwhile) =>
        AlertRules.Raised([.. Sweeps(0, from - 10), .. meanwhile, .. Sweeps(to, to + 120)], Begin.AddMinutes(from), Begin.AddMinutes(from + 60));

    /// <summary>A step that fails, at the times at which its orchestrator tries it again.</summary>
    private async Task<DateTimeOffset> Fail(string process, int times)
    {
        var at = Begin;
        for (var failures = 0; ; failures++)
        {
            told.Add(Told.Message(at, 100, ("Process", process)));
            if (failures + 1 == times)
            {
                return at;
            }

            var fake = new FakeOrchestration().Does(nameof(PhaseActivities.CallForTopics), _ => throw FakeOrchestration.Failure(nameof(PhaseActivities.CallForTopics)));
            var run = CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.CallForTopics, failures));
            fake.FireTimer();
            await run;
            at += fake.TimerAt!.Value - FakeOrchestration.Now;
        }
    }

    private void Tell(int id, int[] minutes, params (string Field, string Value)[] values) =>
        told.AddRange(minutes.Select(minute => Told.Message(Begin.AddMinutes(minute), id, values)));

    /// <summary>Looks for nine hours, in which sweeps tell that they are done.</summary>
    private void Raises(params string[] alerts) =>
        Assert.Equal(alerts, AlertRules.Raised([.. told, .. Sweeps(-60, 540)], Begin, Begin.AddHours(9)));
}
