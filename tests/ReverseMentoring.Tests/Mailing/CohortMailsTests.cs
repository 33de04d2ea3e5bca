using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>What a cohort's own step does about mails: it gives back those of people whose pause is over, sends again what failed, and tells what is to change.</summary>
public sealed class CohortMailsTests : IWakeSignal, IDisposable
{
    private static readonly CohortId Spring = new("spring");
    private static readonly DateTimeOffset Now = SmallCohort.Start;
    private static readonly DateRange Today = new(new(2026, 3, 2), new(2026, 3, 2));
    private static readonly Person Ana = SmallCohort.Ana, Kim = SmallCohort.Kim;

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Retention);
    private readonly ServiceProvider services;
    private readonly IProcess process;

    public CohortMailsTests()
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton<IStore>(cohort.Store).AddSingleton<TimeProvider>(cohort.Clock).AddSingleton<IWakeSignal>(this).AddProgramme();
        services = collection.BuildServiceProvider();
        process = (IProcess)ActivatorUtilities.CreateInstance(
            services, collection.Single(service => service.ServiceType == typeof(IProcess) && service.ImplementationType!.Name == "CohortProcess").ImplementationType!);
    }

    [Fact]
    public async Task Mails_of_who_pauses_have_their_turn_again_when_the_last_day_is_over_where_they_live()
    {
        cohort.Put(Rows.Person + Ana.Id, Ana with { Pause = Today });
        cohort.Put(Rows.Person + Kim.Id, Kim with { Pause = Today });
        Hold(Ana, "a");
        Hold(Kim, "k");
        var stockholm = new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(stockholm, (await Step()).WakeAt);
        Assert.Equal(2, (await Keys(Rows.Held)).Count);
        cohort.Clock.SetUtcNow(stockholm);
        Assert.Equal(stockholm.AddHours(1), (await Step()).WakeAt);
        var mail = await Find("a");
        Assert.Equal((MailState.Queued, null, null), (mail.State, mail.At, mail.LaterAt));
        Assert.Equal(mail.QueueKey, Assert.Single(await Keys(Rows.Queue)));
        Assert.Contains(Rows.Queue, (await cohort.Store.Read(Rows.Partition(Spring), $"{Rows.MailOf}{Ana.Id}.a"))!.Body, StringComparison.Ordinal);
        Assert.Equal($"{Rows.Held}{Kim.Id}.k", Assert.Single(await Keys(Rows.Held)));
        Assert.Equal(MailState.Held, (await Find("k")).State);
    }

    [Fact]
    public async Task Very_many_are_given_back_in_several_writes_and_what_became_of_one_meanwhile_stands()
    {
        foreach (var number in Enumerable.Range(0, 60))
        {
            Hold(Ana, $"m{number:D2}");
        }

        cohort.Put(Rows.Mail + "m00", (await Find("m00")) with { State = MailState.Dropped });
        await Step();
        Assert.Empty(await Keys(Rows.Held));
        Assert.Equal(59, (await Keys(Rows.Queue)).Count);
        Assert.Equal(MailState.Dropped, (await Find("m00")).State);
    }

    [Fact]
    public async Task What_failed_goes_again_under_another_name_each_time_and_its_first_name_is_kept()
    {
        Fail("a");
        await Again(MailRecipient.Participant(Ana.Id));
        Assert.Equal((MailState.Dropped, "sent-again", Now), ((await Find("a")).State, (await Find("a")).Reason, (await Find("a")).At));
        Expect(await Find("a.again1"), "a", 1);
        Assert.Empty(await Keys(Rows.Failed));
        Assert.Single(await Keys(Rows.Queue));

        Fail("a.again1", "a", 1);
        await Again(MailRecipient.Anybody);
        Expect(await Find("a.again2"), "a", 2);
    }

    [Fact]
    public async Task A_long_name_is_told_by_its_digest_so_that_it_stays_one()
    {
        var (fits, longer) = (new string('a', 93), new string('b', 94));
        Fail(fits);
        Fail(longer);
        await Again(MailRecipient.Anybody);

        var names = (await Keys(Rows.Mail)).Select(key => key[Rows.Mail.Length..]).Where(name => name.Contains("again", StringComparison.Ordinal)).ToArray();
        Assert.Contains(fits + ".again1", names);
        Assert.Contains(names, name => name.StartsWith("again.", StringComparison.Ordinal) && name.EndsWith(".again1", StringComparison.Ordinal) && name.Length < 40);
        Assert.Equal(2, names.Length);
    }

    [Fact]
    public async Task Mails_of_others_than_are_meant_stay_as_they_are()
    {
        Fail("a");
        await Again(MailRecipient.Manager);
        Assert.Equal(MailState.Bounced, (await Find("a")).State);
        await Again(MailRecipient.Participant(Kim.Id));
        Assert.Equal(MailState.Bounced, (await Find("a")).State);
    }

    [Fact]
    public async Task That_works_council_mode_is_to_end_is_told_once_to_all_who_take_part_and_who_has_not_had_it_is_counted()
    {
        cohort.Put(Rows.Cohort, cohort.Cohort with { Settings = cohort.Cohort.Settings with { WorksCouncil = true } });
        cohort.Put(Rows.Person + Kim.Id, Kim with { LeftAt = Now });
        await Step();
        Assert.Empty(await Told());

        cohort.Put(Rows.State, (await cohort.Find<CycleState>(Rows.State))! with { AnnouncedAt = Now });
        await Step();
        await Step();
        Assert.Equal(new PersonId?[] { Ana.Id, SmallCohort.Tomas.Id }.Order(), (await Told()).Select(mail => mail.Person).Order());
        Assert.Equal(2, await Announcement.Untold(cohort.Store, Spring, Now));
        var first = (await Told())[0];
        cohort.Put(Rows.Mail + first.Name, first with { State = MailState.Sent });
        Assert.Equal(1, await Announcement.Untold(cohort.Store, Spring, Now));
        Assert.Equal(2, await Announcement.Untold(cohort.Store, Spring, null));
        Assert.Equal(2, await Announcement.Untold(cohort.Store, Spring, Now.AddDays(1)));
    }

    [Fact]
    public async Task Where_works_council_mode_is_off_there_is_nothing_to_tell()
    {
        cohort.Put(Rows.State, (await cohort.Find<CycleState>(Rows.State))! with { AnnouncedAt = Now });
        await Step();
        Assert.Empty(await Told());
    }

    Task IWakeSignal.Woken(ProcessId woken, CancellationToken cancel) => Task.CompletedTask;

    public void Dispose() => services.Dispose();

    private static void Expect(Mail again, string first, int times) => Assert.Equal(
        (first, times, MailState.Queued, Now, null, 0, 0, null), (again.First, again.Again, again.State, again.QueuedAt, again.At, again.Attempts, again.Unwritten, again.Reason));

    private Task<StepResult> Step() => process.Step(ProcessId.OfCohort(Spring), default);

    private async Task Again(MailRecipient to)
    {
        await services.GetRequiredService<PersonService>().SendAgain(Spring, to);
        await Step();
    }

    private void Hold(Person person, string name)
    {
        cohort.Put(Rows.Mail + name, Mail(person, name) with { State = MailState.Held, At = Now, LaterAt = Now });
        cohort.Put($"{Rows.Held}{person.Id}.{name}", new Dictionary<string, string> { ["person"] = person.Id.Value, ["mail"] = name });
    }

    private void Fail(string name, string? first = null, int again = 0)
    {
        cohort.Put(Rows.Mail + name, Mail(Ana, name) with { State = MailState.Bounced, Reason = "mailbox-full", At = Now.AddDays(-1), Attempts = 2, Unwritten = 1, First = first, Again = again, QueuedAt = Now.AddDays(-2) });
        cohort.Store.Write(Rows.Partition(Spring), [FailedMails.Mark(name)]).GetAwaiter().GetResult();
    }

    private static Mail Mail(Person person, string name) => new() { Name = name, Kind = MailKind.Introduction, Person = person.Id, QueuedAt = Now };

    private async Task<Mail> Find(string name) => (await cohort.Find<Mail>(Rows.Mail + name))!;

    private async Task<List<Mail>> Told() =>
        await cohort.Store.Query<Mail>(Rows.Partition(Spring), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).Where(mail => mail.Kind is MailKind.ManagerSeesMore).ToListAsync();

    private async Task<List<string>> Keys(string prefix) =>
        await cohort.Store.Query(Rows.Partition(Spring), KeyRange.Prefix(prefix)).Select(row => row.Key).ToListAsync();
}
