using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What both of a pair have kept, put together; who has been a pair before; and whether two go on by themselves.</summary>
public sealed class PairBookTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CohortId Spring = new("spring"), Autumn = new("autumn");
    private static readonly PersonId Ana = new("ana"), Ben = new("ben"), Kim = new("kim");

    private static readonly Meeting Pair = new()
    {
        Id = new("p-1"), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Completed, StartedAt = Start,
        Members = [new(Ben, Role.Mentor, []), new(Ana, Role.Mentee, [])],
    };

    private readonly MemoryStore store = new();

    [Fact]
    public void The_later_goal_stands_and_how_far_they_are_counts_from_it()
    {
        var book = Book(
            new(Pair.Id, Ana) { Goal = new("Old", Start), Progress = new(4, Start.AddDays(1)) },
            new(Pair.Id, Ben) { Goal = new("New", Start.AddDays(2)), Progress = new(2, Start.AddDays(2)) });

        Assert.Equal("New", book.Goal!.Text);
        Assert.Null(book.ProgressOf(Ana));
        Assert.Equal(2, book.ProgressOf(Ben));
        Assert.Null(book.ProgressOf(Kim));
        Assert.Null(Book(new PairNotes(Pair.Id, Ana) { Progress = new(4, Start) }).ProgressOf(Ana));
        Assert.Null(Book().Goal);
    }

    [Fact]
    public void What_the_leader_meant_to_try_waits_to_be_seen_by_the_mentor()
    {
        var book = Book(
            new(Pair.Id, Ana) { Commitments = [new(1, "Listen"), new(2, "Ask")], Seen = [2] },
            new(Pair.Id, Ben) { Commitments = [new(3, "None of mine counts")], Seen = [1] });

        Assert.Equal(["Listen", "Ask"], book.Commitments.Select(commitment => commitment.Text));
        Assert.Equal(["Ask"], book.Unseen.Select(commitment => commitment.Text));
        Assert.True(book.IsSeen(book.Commitments[0]));
        Assert.Empty(Book().Commitments);
        Assert.Equal(2, Book(new PairNotes(Pair.Id, Ana) { Commitments = book.Commitments }).Unseen.Count());
    }

    [Fact]
    public void Notes_come_with_their_writers_the_latest_first_and_of_one_moment_in_their_order()
    {
        var book = Book(
            new(Pair.Id, Ana) { Notes = [new(1, "First", Start), new(3, "Third", Start.AddDays(2)), new(2, "Second", Start.AddDays(2))] },
            new(Pair.Id, Ben) { Notes = [new(1, "Between", Start.AddDays(1))] });

        Assert.Equal([(Ana, "Second"), (Ana, "Third"), (Ben, "Between"), (Ana, "First")], book.Notes.Select(one => (one.By, one.Note.Text)));
    }

    [Fact]
    public void Words_are_a_goal_a_note_or_something_to_try_and_not_how_far_they_are()
    {
        Assert.False(Book().HasWords);
        Assert.False(Book(new PairNotes(Pair.Id, Ana) { Progress = new(1, Start) }).HasWords);
        Assert.True(Book(new PairNotes(Pair.Id, Ana) { Goal = new("Goal", Start) }).HasWords);
        Assert.True(Book(new PairNotes(Pair.Id, Ana) { Commitments = [new(1, "Try")] }).HasWords);
        Assert.True(Book(new(Pair.Id, Ana), new(Pair.Id, Ben) { Notes = [new(1, "Note", Start)] }).HasWords);
    }

    [Fact]
    public async Task It_is_read_from_the_rows_of_the_two_and_nobody_else()
    {
        Put(Spring, PairNotes.KeyOf(Pair.Id, Ana), new PairNotes(Pair.Id, Ana));
        Put(Spring, PairNotes.KeyOf(Pair.Id, Kim), new PairNotes(Pair.Id, Kim));
        Put(Spring, PairNotes.KeyOf(new("p-12"), Ben), new PairNotes(new("p-12"), Ben));

        Assert.Equal([Ana], (await PairBook.Read(store, Spring, Pair)).Both.Select(notes => notes.Person));
    }

    [Fact]
    public async Task Who_was_a_pair_before_is_on_HRs_list_or_in_another_cohort_in_which_they_began()
    {
        var list = PairOnList.Between(Kim, Ana);
        Put(Spring, list.Key, list);
        await store.Write(Rows.Cohorts, [Documents.Insert("spring", new { }), Documents.Insert("autumn", new { })]);
        Put(Spring, MeetingRepository.KeyOf(Pair.Id), Pair);
        Put(Autumn, MeetingRepository.KeyOf(Pair.Id), Pair);
        Put(Autumn, MeetingRepository.KeyOf(new("p-2")), Pair with { Id = new("p-2"), StartedAt = null, Members = [new(Kim, Role.Mentor, [])] });
        Put(Autumn, MeetingRepository.KeyOf(new("c-1")), Pair with { Id = new("c-1"), Kind = MeetingKind.Circle, Members = [new(Kim, Role.Mentor, [])] });

        Assert.Equal([new(Ana, Kim), new(Ben, Ana)], await new EarlierPairs(store).Before(Spring, default).ToListAsync());
        Assert.Equal(list, PairOnList.Between(Ana, Kim));
    }

    [Theory]
    [InlineData(true, true, MeetingStatus.Completed, true)]
    [InlineData(true, false, MeetingStatus.Completed, false)]
    [InlineData(false, true, MeetingStatus.Completed, false)]
    [InlineData(true, true, MeetingStatus.Running, false)]
    public async Task Two_go_on_where_both_have_said_so_and_hear_it_when_the_survey_is_closed(bool ana, bool ben, MeetingStatus status, bool goesOn)
    {
        var pair = Pair with { Status = status };
        Says(Ana, ana);
        Says(Ben, ben);
        var state = CycleState.Begin(Start);

        Assert.False(await GoingOnTogether.IsTold(store, Cohort, state with { ClosedWaves = [WaveNames.HalfTime] }, pair));
        Assert.False(await GoingOnTogether.IsTold(store, Cohort, state with { ClosedWaves = [WaveNames.End] }, pair with { Kind = MeetingKind.Circle }));
        Assert.Equal(goesOn, await GoingOnTogether.IsTold(store, Cohort, state with { ClosedWaves = [WaveNames.End] }, pair));
    }

    [Fact]
    public async Task Who_has_said_nothing_or_another_pair_does_not_go_on()
    {
        var state = CycleState.Begin(Start) with { ClosedWaves = [WaveNames.End] };
        Assert.False(await GoingOnTogether.IsTold(store, Cohort, state, Pair));
        Says(Ana, true);
        Says(Ben, true, new("p-2"));
        Assert.False(await GoingOnTogether.IsTold(store, Cohort, state, Pair));
    }

    private static Cohort Cohort => new(Spring, new() { Name = "Spring", Start = new(2027, 1, 4), Contacts = new(new("Mara", "mara@example.org"), new("Jo", "jo@example.org")) }, Start);

    private static PairBook Book(params PairNotes[] both) => new(Pair, both);

    private void Says(PersonId person, bool goesOn, MeetingId? pair = null)
    {
        var id = new AskId(PhaseNames.Feedback, FormKind.Feedback, 0, person);
        Put(Spring, id.AnswerKey, new Answer<FeedbackAnswer>(id, Start, new(new Dictionary<ItemId, int>(), null) { GoesOn = goesOn ? [pair ?? Pair.Id] : [] }));
    }

    private void Put<T>(CohortId cohort, string key, T value) => store.Write(Rows.Partition(cohort), [Documents.Put(key, value)]).GetAwaiter().GetResult();
}
