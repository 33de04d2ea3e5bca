using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What can be told from a meeting's row.</summary>
public sealed class MeetingTests
{
    private static readonly CohortId Spring = new("spring");
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("ana"), Ben = new("ben"), Kim = new("kim"), Luc = new("luc");

    private static readonly Meeting Pair = new()
    {
        Id = MeetingIds.OfPair(Ben, Ana, 1), Kind = MeetingKind.Pair, Round = 1, Members = [new(Ben, Role.Mentor, []), new(Ana, Role.Mentee, [])],
    };

    public static TheoryData<MeetingStatus, MeetingEnd?, bool, bool, bool> Ways => new()
    {
        { MeetingStatus.Draft, null, false, false, false },
        { MeetingStatus.Proposed, null, false, false, false },
        { MeetingStatus.Declined, null, false, true, false },
        { MeetingStatus.Running, null, true, false, false },
        { MeetingStatus.Completed, null, true, true, true },
        { MeetingStatus.Ended, MeetingEnd.OutOfTime, true, true, true },
        { MeetingStatus.Ended, MeetingEnd.OutOfTime, false, true, false },
        { MeetingStatus.Ended, MeetingEnd.SomebodyLeft, true, true, false },
        { MeetingStatus.Running, MeetingEnd.OutOfTime, true, false, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_ran_its_course_if_it_met_until_the_sessions_were_over(MeetingStatus status, MeetingEnd? end, bool started, bool isOver, bool ran)
    {
        var meeting = Pair with { Status = status, End = end, StartedAt = started ? Start : null };
        Assert.Equal((isOver, ran), (meeting.IsOver, meeting.RanItsCourse));
    }

    [Theory]
    [InlineData(MeetingStatus.Running, Attention.Stuck, true)]
    [InlineData(MeetingStatus.Running, null, false)]
    [InlineData(MeetingStatus.Ended, Attention.Stuck, false)]
    [InlineData(MeetingStatus.Ended, Attention.NoCommonTime, true)]
    public void It_needs_attention_while_somebody_can_do_something(MeetingStatus status, string? attention, bool needs) =>
        Assert.Equal(needs, (Pair with { Status = status, Attention = attention }).NeedsAttention);

    [Fact]
    public void Members_partners_and_turns_are_found()
    {
        var circle = Pair with { Members = [new(Kim, Role.Mentor, []), .. Pair.Members, new(Luc, Role.Mentee, [])], Rota = [new(1, Kim, null), new(2, Ana, null)] };

        Assert.Equal((Kim, Ana), (circle.Mentor, circle.Mentee));
        Assert.Equal([Kim, Ben, Luc], circle.Others(Ana));
        Assert.True(circle.Has(Luc));
        Assert.False(Pair.Has(Luc));
        Assert.Equal(Ana, circle.TurnOf(2)!.Presenter);
        Assert.Null(circle.TurnOf(3));
        Assert.Equal(new PersonId(""), (Pair with { Members = [] }).Mentor);
    }

    [Fact]
    public void Ids_are_the_same_for_the_same_people_in_the_same_round_and_for_no_others()
    {
        MeetingId[] all =
        [
            MeetingIds.OfPair(Ben, Ana, 1), MeetingIds.OfPair(Ana, Ben, 1), MeetingIds.OfPair(Ben, Ana, 2), MeetingIds.OfPair(Ben, Kim, 1),
            MeetingIds.OfCircle([Ana, Ben, Kim], 1), MeetingIds.OfCircle([Ana, Ben, Kim], 2), MeetingIds.OfCircle([Ana, Ben, Luc], 1), MeetingIds.OfCircle([Ben, Ana], 1),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(MeetingIds.OfCircle([Ana, Ben, Kim], 1), MeetingIds.OfCircle([Kim, Ana, Ben], 1));
        Assert.Equal(["p", "p", "p", "p", "c", "c", "c", "c"], all.Select(id => id.Value.Split('-')[0]));
    }

    [Fact]
    public async Task Who_has_or_had_a_partner_and_what_is_on_its_way_is_read_from_the_rows()
    {
        var store = new MemoryStore();
        await store.Write(Rows.Partition(Spring),
        [
            MeetingRepository.Row(Pair with { Status = MeetingStatus.Running, StartedAt = Start, Former = [Luc] }),
            MeetingRepository.Row(Pair with { Id = new("p-proposed"), Status = MeetingStatus.Proposed, Members = [new(Kim, Role.Mentor, [])] }),
            MeetingRepository.Row(Pair with { Id = new("p-draft"), Status = MeetingStatus.Draft }),
            MeetingRepository.Row(Pair with { Id = new("p-over"), Status = MeetingStatus.Completed, StartedAt = Start }),
        ]);

        Assert.Equal([Ana, Ben, Luc], (await store.PairedPeople(Spring, default)).Order());
        Assert.Equal([new("p-proposed"), Pair.Id], (await store.LiveMeetings(Spring, default)).Select(process => process.Meeting!.Value).OrderBy(id => id == Pair.Id));
    }

    /// <summary>Of two, who knows that it was somebody's wish knows whose.</summary>
    [Fact]
    public void What_somebody_in_it_wished_or_that_they_left_is_no_end_that_managers_are_told() =>
        Assert.Equal([MeetingEnd.SomebodyLeft, MeetingEnd.AnotherPartnerWished, MeetingEnd.Replaced], Enum.GetValues<MeetingEnd>().Where(end => !end.IsTold()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_met_somebody_is_whose_pair_has_begun(bool begun)
    {
        var store = new MemoryStore();
        await store.Write(Rows.Partition(Spring), [MeetingRepository.Row(Pair with { Status = MeetingStatus.Proposed, StartedAt = begun ? Start : null }), MeetingRepository.Member(Ana, Pair.Id)]);

        Assert.Equal(begun, await new MeetingRepository(store, Spring).HasMet(Ana));
    }

    [Theory]
    [InlineData(AttentionReason.Stuck, Attention.Stuck)]
    [InlineData(AttentionReason.NotRebooked, Attention.NotRebooked)]
    [InlineData(AttentionReason.NoAnswer, Attention.NoAnswer)]
    public void Each_reason_has_its_code(AttentionReason reason, string code) => Assert.Equal(code, Attention.CodeOf(reason));
}
