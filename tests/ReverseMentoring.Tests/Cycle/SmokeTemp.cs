using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Time;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.LocalHost.Time;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Cycle;

public class SmokeTemp(ITestOutputHelper output)
{
    sealed class Letters : ILetterWriter
    {
        public List<Mail> Sent = [];
        public async Task<Written> Write(Mail mail, Cohort cohort, CycleState state, CancellationToken cancel)
        {
            await Task.Yield();
            return new(new OutgoingMail("", new("a@b", "x"), mail.Kind.ToString(), "", "") { From = new("f@b", "f") });
        }
    }
    sealed class Transport(Queue<string> got) : IMailTransport
    {
        public bool TakesOnce => true;
        public Task<Delivery> Ask(string id, CancellationToken cancel) => throw new NotSupportedException();
        public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
        {
            foreach (var m in mails) got.Enqueue(m.Id);
            return Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => Delivery.Taken)]);
        }
    }

    [Theory, InlineData(20)]
    public async Task Runs(int n)
    {
        var got = new Queue<string>();
        var clock = new TurnableClock(new DateTimeOffset(2027, 1, 4, 6, 0, 0, TimeSpan.Zero));
        var sp = new ServiceCollection().AddProgramme().AddSingleton<IStore, MemoryStore>().AddSingleton<TimeProvider>(clock)
            .AddSingleton<WakeSignal>().AddSingleton<IWakeSignal>(s => s.GetRequiredService<WakeSignal>()).AddSingleton<Pump>()
            .AddSingleton<ILetterWriter, Letters>().AddSingleton<IMailTransport>(new Transport(got)).AddSingleton(MailQuota.Unlimited)
            .AddLogging(b => b.SetMinimumLevel(LogLevel.Warning).AddProvider(new P(output))).BuildServiceProvider();
        var store = sp.GetRequiredService<IStore>();
        var desk = sp.GetRequiredService<AnswerDesk>();
        var cohort = new Cohort("test-1", new CohortSettings { Name = "Test", Start = new(2027, 1, 5), Contacts = new(new("M", "m@x")), Review = new(true) }, clock.GetUtcNow());
        var part = Rows.Partition("test-1");
        var rows = new List<Change.Insert>();
        for (var i = 0; i < n; i++)
        {
            var role = i % 2 == 0 ? Role.Mentor : Role.Mentee;
            var p = new Person { Id = Person.IdOf($"p{i}@x"), Name = $"P{i}", Email = $"p{i}@x", Role = role, TimeZone = "Europe/Berlin", Languages = ["en"], Level = role == Role.Mentor ? 0 : 2, Department = "D" + i % 7 };
            rows.Add(new(Rows.Person + p.Id, Documents.Write(p)));
        }
        await store.InsertMissing(part, rows);
        await store.Write(part, [Documents.Insert(Rows.Cohort, cohort), Documents.Insert(Rows.State, CycleState.Begin(clock.GetUtcNow()))]);
        await store.Write(Rows.Cohorts, [new Change.Insert("test-1", "{}")]);
        await sp.GetRequiredService<Wakes>().Wake(ProcessId.OfCohort("test-1"));
        var pump = sp.GetRequiredService<Pump>();
        var due = sp.GetRequiredService<DueRows>();
        var mails = new SortedDictionary<MailKind, int>();
        var steps = 0;
        string? lastPhase = null;
        var sw = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            for (var q = 0; ; q++)
            {
                var od = await due.Overdue(clock.GetUtcNow()).ToListAsync();
                if (od.Count == 0) break;
                foreach (var (pr, _) in od)
                {
                    steps++;
                    var nx = await sp.GetRequiredService<ProcessRunner>().Run(pr);
                    if (q > 200) output.WriteLine($"{clock.GetUtcNow():u} {pr} -> {nx} starts {string.Join(" ", nx.Starts.Take(5))}");
                }
                Assert.True(q < 210);
            }
            var st = (await store.Read<CycleState>(part, Rows.State))!.Value;
            if (st.Phase != lastPhase) { output.WriteLine($"{clock.GetUtcNow():u} {st.Phase} {sw.ElapsedMilliseconds} ms {steps} steps"); lastPhase = st.Phase; }
            if (got.Count > 0)
            {
                while (got.TryDequeue(out var id))
                {
                    var mail = (await store.Read<Mail>(part, Rows.Mail + id["test-1.".Length..]))!.Value;
                    mails[mail.Kind] = mails.GetValueOrDefault(mail.Kind) + 1;
                    if (mail.Ask is not { } ask) continue;
                    var h = id.GetHashCode(StringComparison.Ordinal) & 0xff;
                    var topics = StarterTopics.All;
                    _ = ask.Form switch
                    {
                        FormKind.Topics => await desk.Take("test-1", ask, new TopicsAnswer([topics[h % 10].Id], ["My own " + h % 5])),
                        FormKind.Offers => await desk.Take("test-1", ask, new OffersAnswer { Offers = [new(topics[h % 10].Id, Level.Expert), new(topics[(h + 3) % 10].Id, Level.Basics)], Wishes = [new(topics[(h * 7) % 10].Id, 1), new(topics[(h * 3 + 1) % 10].Id, 2)], WorkingHours = WorkingHours.Usual, Languages = ["en"], AgreesToGroundRules = true }),
                        FormKind.Confirmation => await desk.Take("test-1", ask, new ConfirmationAnswer(h % 11 != 0)),
                        FormKind.Pulse => await desk.Take("test-1", ask, new PulseAnswer(h % 5 != 0, 4)),
                        FormKind.HalfTime => await desk.Take("test-1", ask, new HalfTimeAnswer(4, null)),
                        FormKind.Feedback => await desk.Take("test-1", ask, new FeedbackAnswer(4, 4, 4, 9, null)),
                        FormKind.Expectations => await desk.Take("test-1", ask, new ExpectationsAnswer("x")),
                        _ => false,
                    };
                }

                continue;
            }

            if (st.Status is CycleStatus.Erased) break;
            if (await due.Earliest() is not { } next) break;
            clock.TurnTo(next);
            Assert.True(steps < 2_000_000);
            if (st.Phase == PhaseNames.Retention && lastPhase == st.Phase && await store.Read<Report>(part, Rows.Report) is { } rep && mails.Count > 0)
            { output.WriteLine(Documents.Write(rep.Value)); output.WriteLine(string.Join(", ", mails)); mails.Clear(); }
        }
        output.WriteLine($"{clock.GetUtcNow():u} {sw.ElapsedMilliseconds} ms {steps} steps");
        await foreach (var r in store.Query(part, KeyRange.Prefix(""))) output.WriteLine(r.Key);
    }
    sealed class P(ITestOutputHelper o) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string c) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<T>(T s) where T : notnull => null;
        public bool IsEnabled(LogLevel l) => true;
        public void Log<T>(LogLevel l, EventId e, T s, Exception? x, Func<T, Exception?, string> f) => o.WriteLine(f(s, x) + x);
    }
}
