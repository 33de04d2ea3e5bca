using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>
/// Who declines, cancels, moves, is reminded, answers or keeps silent is between the two: whichever of them did it, a manager reads
/// the same on every page and in every list, day by day.
/// </summary>
public sealed class BehaviourTests
{
    [Fact]
    public Task Who_answers_only_after_a_reminder() => IsTheSame(async (day, one, other) =>
    {
        await day.Programme.TurnTo(5);
        await day.Programme.ChoosesTopics(one);
        await day.Turn(8);
        await day.Turn(11);
        Assert.NotEqual(day.Programme.Mails(one).Count, day.Programme.Mails(other).Count);
        await day.Programme.ChoosesTopics(other);
        await day.Read();
    });

    [Fact]
    public Task Who_declines() => IsTheSame(async (day, one, other) =>
    {
        await Review(day);
        await day.Programme.Command("approve");
        await day.Programme.Accepts(other);
        await day.Turn(7);
        await day.Programme.Declines(one);
        await day.Turn(9);
        Assert.Contains(await day.Programme.Pairs(), pair => pair.Status is MeetingStatus.Declined);
    });

    [Fact]
    public Task Who_says_nothing_to_a_partner() => IsTheSame(async (day, one, _) =>
    {
        await Review(day);
        await day.Programme.Command("approve");
        await day.Programme.Accepts(one);
        for (var later = 8; later < 22; later++)
        {
            await day.Turn(later);
        }

        Assert.Contains(await day.Programme.Pairs(), pair => pair.Status is MeetingStatus.Declined);
    });

    [Fact]
    public Task Who_accepts_later() => IsTheSame(async (day, one, other) =>
    {
        await Review(day);
        await day.Programme.Command("approve");
        await day.Programme.Accepts(one);
        await day.Turn(9);
        await day.Programme.Accepts(other);
        await day.Turn(10);
    });

    [Fact]
    public Task Who_can_t_make_it() => IsTheSame(async (day, one, _) =>
    {
        await Sessions(day);
        await day.Programme.TurnToBefore(1, 1.5);
        await day.Programme.CantMakeIt(one);
        await day.Read();
        await day.Programme.TurnToBefore(1, 1.5);
        await day.Programme.CantMakeIt(one);
        await day.Read();
        Assert.Equal(2, (await day.Programme.Session()).Sequence);
    });

    [Fact]
    public Task Who_says_that_they_met_and_who_that_they_did_not() => IsTheSame(async (day, one, other) =>
    {
        await Sessions(day);
        await day.Programme.Time.TurnTo((await day.Programme.Session()).Time.End.AddHours(2));
        await day.Programme.Met(one);
        await day.Read();
        await day.Programme.Met(other, met: false);
        await day.Read();
    });

    [Fact]
    public async Task A_session_of_which_nobody_has_spoken_looks_as_one_that_somebody_has()
    {
        await using var programme = await PairLife.Begin();
        await programme.Time.TurnTo((await programme.Sessions()).Min(session => session.Time.End).AddDays(1));
        var pair = Assert.Single(await programme.Pairs());
        var (held, unconfirmed) = (await Seen(SessionStatus.Held), await Seen(SessionStatus.Unconfirmed));

        ManagerReading.AreAlike(held, unconfirmed);

        async Task<IReadOnlyList<(string Place, string Said)>> Seen(SessionStatus status)
        {
            var partition = Rows.Partition(programme.Cohort);
            var session = (await programme.Store.Read<Session>(partition, MeetingRepository.SessionKey(pair.Id, 1)))!;
            await programme.Store.Write(partition, [session.Replace(session.Value with { Status = status })]);
            return [.. await programme.Read([pair.Mentor, pair.Mentee], pair.Id)];
        }
    }

    [Fact]
    public Task Who_is_for_parting() => IsTheSame(async (day, one, other) =>
    {
        await Sessions(day);
        foreach (var who in new[] { one, other })
        {
            await day.Programme.TurnToBefore(1, 1.5);
            await day.Programme.CantMakeIt(who);
        }

        await day.Programme.Answer(one, "cadenceasked", ("rhythm", "go-on"));
        await day.Read();
        await day.Programme.WouldRatherPart(other);
        await day.Read();
        Assert.Contains(await day.Programme.Pairs(), pair => pair.Status is MeetingStatus.Ended);
    });

    [Fact]
    public Task Who_would_rather_not_be_with_the_other() => IsTheSame(async (day, one, other) =>
    {
        await day.Programme.TurnTo(5);
        await day.Programme.ChoosesTopics(one);
        await day.Programme.ChoosesTopics(other);
        await day.Programme.TurnTo(6);
        await Offers(day.Programme, other);
        await Offers(day.Programme, one, ("rather-not-1", other));
        await day.Read();
        Assert.Empty(await day.Programme.Pairs());
        await day.Turn(8);
    });

    [Fact]
    public async Task Until_the_matching_offers_with_a_rather_not_look_as_those_without()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(2, 2))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.TurnTo(6);
        await Offers(programme, Junior(1));
        var before = await Seen();
        await Offers(programme, Junior(1), ("rather-not-1", Leader(1)), ("rather-not-2", "somebody.else@example.org"));

        ManagerReading.AreAlike(before, await Seen());

        async Task<IReadOnlyList<(string Place, string Said)>> Seen() =>
        [
            .. await programme.Read([await programme.IdOf(Junior(1)), await programme.IdOf(Leader(1))]),
            .. FormScenario.Everybody(2, 2).SelectMany(who => programme.Mails(who)).Select(mail => (mail.Id, mail.Text)),
        ];
    }

    [Fact]
    public Task Who_wants_fewer_mails() => IsTheSame(async (day, one, _) =>
    {
        await Sessions(day);
        await day.Programme.Host.GetRequiredService<ParticipationService>().WriteTo(day.Programme.Cohort, await day.Programme.IdOf(one), MailLevel.Needed);
        await day.Programme.Time.TurnTo((await day.Programme.Session()).Time.End.AddHours(2));
        await day.Read();
    });

    /// <summary>Whoever was to present, somebody else, or nobody: the circle's people see who presents instead, managers nothing of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_can_t_come_to_a_circle_s_session(bool worksCouncil)
    {
        var (presenter, another, nobody) = (await Without((circle, _) => circle.Rota[0].Presenter), await Without(Another), await Without((_, _) => null));

        ManagerReading.AreAlike(presenter, another);
        ManagerReading.AreAlike(presenter, nobody);

        static PersonId? Another(Meeting circle, PersonId presenter) =>
            circle.Members.First(member => member.Person != presenter && member.Role == circle.Members.First(one => one.Person == presenter).Role).Person;

        async Task<IReadOnlyList<(string Place, string Said)>> Without(Func<Meeting, PersonId, PersonId?> who)
        {
            await using var programme = await TestProgramme.Start(
                SmallCompany.Of(4, 4), new { worksCouncil, sessions = new { sessions = 3 }, matching = new { circles = new { largestSize = 8 } } });
            await programme.UntilReview(4, 4);
            await programme.Command("approve");
            var circle = Assert.Single(await programme.Circles());
            var presenter = circle.Rota[0].Presenter;
            if (who(circle, presenter) is { } missing)
            {
                await programme.Answer(await programme.AddressOf(missing), $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
                Assert.Equal([missing], (await programme.SessionsOf(circle))[0].Without!);
                Assert.Equal(missing == presenter, (await programme.Circle(circle.Id)).Rota[0].Presenter != presenter);
            }

            List<(string, string)> seen = [.. await Seen()];
            await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.End.AddHours(2));
            return [.. seen, .. await Seen()];

            Task<IReadOnlyList<(string Place, string Said)>> Seen() =>
                programme.Read([circle.Members.First(member => member.Role is Role.Mentor).Person, circle.Members.First(member => member.Role is Role.Mentee).Person], circle.Id);
        }
    }

    /// <summary>Whoever knows who took part can see who is gone; whether they left or asked to be erased is theirs.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Who_has_left_and_who_was_erased(bool meets, bool inCircles)
    {
        ManagerReading.AreAlike(await Gone(erased: false), await Gone(erased: true));

        async Task<IReadOnlyList<(string Place, string Said)>> Gone(bool erased)
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(4, 4), inCircles ? new { matching = new { circles = new { largestSize = 8 } } } : null);
            var (leader, junior) = (await programme.IdOf(Leader(2)), await programme.IdOf(Junior(4)));
            using (var below = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/people/{junior}", new { managerEmail = Leader(2) }))
            {
                Assert.True(below.IsSuccessStatusCode);
            }

            await programme.TurnTo(5);
            if (meets || inCircles)
            {
                await programme.UntilReview(4, 4);
                await programme.Command("approve");
                foreach (var who in inCircles ? [] : FormScenario.Everybody(4, 4).Where(who => programme.Mails(who, "introduction").Count > 0))
                {
                    await programme.Accepts(who);
                }
            }

            var meeting = (await programme.Pairs()).Concat(await programme.Circles()).Where(one => one.Has(leader)).Select(one => (MeetingId?)one.Id).FirstOrDefault();
            var participation = programme.Host.GetRequiredService<ParticipationService>();
            await (erased ? participation.Erase(programme.Cohort, leader) : participation.Leave(programme.Cohort, leader));
            await programme.Time.Settle();
            List<(string Place, string Said)> seen = [.. await programme.Read([leader, junior], meeting)];
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
            Assert.Equal(erased, !(await programme.People()).Any(person => person.Id == leader));
            seen.AddRange(await programme.Read([leader, junior], meeting));

            // Whatever is asked about them, or done with them.
            var here = $"/api/cohorts/{programme.Cohort}";
            foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
            {
                (HttpMethod.Post, "people", new { name = "Leader 2", email = Leader(2), role = "mentee", level = 4 }),
                (HttpMethod.Post, "people", new { name = "New One", email = "new@example.org", role = "mentor", level = 1, managerEmail = Leader(2) }),
                (HttpMethod.Patch, $"people/{leader}", new { level = 3 }), (HttpMethod.Patch, $"people/{junior}", new { email = Leader(2) }), (HttpMethod.Patch, $"people/{junior}", new { managerEmail = Leader(2) }),
                (HttpMethod.Post, $"people/{leader}/bring-back", new { }), (HttpMethod.Post, $"people/{leader}/take-out", new { tell = true }), (HttpMethod.Post, $"people/{leader}/pause", new { until = "2027-03-01" }),
                (HttpMethod.Post, $"people/{leader}/renew-links", new { }), (HttpMethod.Get, $"people/{leader}/candidates", null), (HttpMethod.Put, $"locks/{junior}/{leader}", null),
                (HttpMethod.Put, $"forbids/{junior}/{leader}", null), (HttpMethod.Post, $"mails/send-again?to={leader}", new { }), (HttpMethod.Post, "proposals", new { mentor = junior, mentee = leader }),
                (HttpMethod.Put, "people", new StringContent(
                    $"name,email,role,level,department,managerEmail\nLeader 2,{Leader(2)},mentee,7,Bakery,\nJunior 4,{Junior(4)},mentor,2,Bakery,{Leader(2)}\nThird,third@example.org,mentor,1,Bakery,{Leader(2)}\n", null, "text/csv")),
            })
            {
                using var answer = await programme.Manager(method, $"{here}/{path}", body);
                seen.Add(($"{method} {path}", $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}".Replace(programme.Cohort.Value, "cohort", StringComparison.Ordinal)));
                await programme.Time.Settle();
            }

            foreach (var page in new[] { $"people/{leader}/partner", $"people/{leader}/edit", $"force?mentor={junior}&mentee={leader}", $"proposal?mentor={junior}&mentee={leader}", "people?show=NoLonger", "sessions" })
            {
                using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{page}");
                seen.Add((page, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}".Replace(programme.Cohort.Value, "cohort", StringComparison.Ordinal)));
            }

            // Each answer has a number of its own.
            return [.. seen.Select(one => (one.Place, System.Text.RegularExpressions.Regex.Replace(one.Said, "\"traceId\":\"[^\"]*\"", "")))];
        }
    }

    /// <summary>Who says so before they are invited isn't: what ending the circle, or taking somebody out, would send counts the same of each.</summary>
    [Fact]
    public async Task Who_says_early_that_they_can_t_come_to_a_circle_s_session()
    {
        ManagerReading.AreAlike(await Without(0), await Without(1));

        static async Task<IReadOnlyList<(string Place, string Said)>> Without(int who)
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(4, 4), new { sessions = new { sessions = 4 }, matching = new { circles = new { largestSize = 8 } } });
            await programme.UntilReview(4, 4);
            await programme.Command("approve");
            var circle = (await programme.Circles())[0];
            var leaders = circle.Members.Where(member => member.Role is Role.Mentee).Select(member => member.Person).ToArray();
            var sessions = programme.Host.GetRequiredService<Core.Meetings.Process.IRescheduleService>();
            var told = (await programme.SessionsOf(circle)).First(session => session.InvitedSequence is null);
            Assert.True(await sessions.Cancel(programme.Cohort, leaders[who], circle.Id, told.Number, null));
            await programme.Time.TurnTo(told.Time.Start.AddDays(-1));
            var session = (await programme.SessionsOf(circle)).Single(session => session.Number == told.Number);
            Assert.NotNull(session.InvitedSequence);
            Assert.False(session.HasInvited(leaders[who]));
            var seen = new List<(string, string)>();
            foreach (var path in new[] { $"circles/{circle.Id}/end", $"people/{leaders[0]}/take-out", $"people/{leaders[1]}/take-out" })
            {
                using var answer = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/{path}?preview=true", new { tell = true });
                seen.Add((path, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"));
            }

            foreach (var page in new[] { $"pairs/{circle.Id}", $"people/{leaders[0]}", $"people/{leaders[1]}" })
            {
                using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{page}");
                seen.Add((page, $"{answer.StatusCode} {(await answer.Content.ReadAsStringAsync()).Replace(programme.Cohort.Value, "cohort", StringComparison.Ordinal)}"));
            }

            return seen;
        }
    }

    private static async Task IsTheSame(Func<Day, string, string, Task> play) =>
        ManagerReading.AreAlike(await Play(play, Leader(1), Junior(1)), await Play(play, Junior(1), Leader(1)));

    private static async Task<IReadOnlyList<(string Place, string Said)>> Play(Func<Day, string, string, Task> play, string one, string other)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        var day = new Day(programme);
        await day.Read();
        await play(day, one, other);
        return day.Seen;
    }

    private static Task Offers(TestProgramme programme, string who, params (string, string)[] more) => programme.Answer(
        who, "invitation.offers-and-wishes",
        [("offer.careers", "3"), ("wish.technology", "1"), ("offer.technology", "3"), ("known", "true"), ("format", "either"), ("rules", "true"), ("notice", "true"), .. more]);

    private static async Task Review(Day day)
    {
        await day.Programme.UntilReview(1, 1);
        Assert.Equal(PhaseNames.Review, await day.Programme.Phase());
    }

    private static async Task Sessions(Day day)
    {
        await day.Programme.UntilSessions(1, 1);
        await day.Read();
    }

    private sealed class Day(TestProgramme programme)
    {
        private readonly List<(string Place, string Said)> seen = [];

        public TestProgramme Programme => programme;

        public IReadOnlyList<(string Place, string Said)> Seen => seen;

        public async Task Turn(int day)
        {
            await programme.TurnTo(day);
            await Read();
        }

        public async Task Read() => seen.AddRange(await programme.Read(
            [await programme.IdOf(Leader(1)), await programme.IdOf(Junior(1))], (await programme.Pairs()).Select(pair => (MeetingId?)pair.Id).FirstOrDefault()));
    }
}
