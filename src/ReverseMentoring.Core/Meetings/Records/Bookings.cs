using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>One person's sessions in all meetings and cohorts: nobody is ever booked twice.</summary>
[Kept("bookings", KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
public sealed record Bookings
{
    public IReadOnlyList<Booking> Entries { get; init; } = [];

    /// <summary>What is booked for others than this meeting. The same two may be a pair in another cohort, under the same id.</summary>
    public IReadOnlyList<Interval> Besides(CohortId cohort, MeetingId meeting) =>
        [.. Entries.Where(entry => !entry.Is(cohort, meeting)).Select(entry => entry.Time)];

    public Bookings With(CohortId cohort, MeetingId meeting, IEnumerable<Interval> times) => new()
    {
        Entries = [.. Entries.Where(entry => !entry.Is(cohort, meeting)), .. times.Select(time => new Booking(cohort, meeting, time))],
    };
}

public readonly record struct Booking(CohortId Cohort, MeetingId Meeting, Interval Time)
{
    public bool Is(CohortId cohort, MeetingId meeting) => Cohort == cohort && Meeting == meeting;
}

/// <summary>
/// Bookings of those who meet, as read at the start of a step. Keeping them fails when another meeting of one of them has booked
/// since: the step then decides anew with what it finds.
/// </summary>
public sealed class BookingRepository(IStore store)
{
    private const string Key = "bookings";

    public async Task<PersonBookings> ReadPerson(PersonId person, CancellationToken cancel = default) =>
        new(person, await store.Read<Bookings>(Rows.PersonPartition(person), Key, cancel));

    /// <param name="read">What they had.</param>
    /// <param name="cohort">Whose meeting it is.</param>
    /// <param name="meeting">For which the times are held.</param>
    /// <param name="times">All that are to be held for it.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <param name="always">Writes the same too, so that whoever read before keeps nothing.</param>
    /// <exception cref="StoreConflictException">Something else was booked for this person meanwhile.</exception>
    public async Task Keep(PersonBookings read, CohortId cohort, MeetingId meeting, IReadOnlyList<Interval> times, CancellationToken cancel, bool always = false)
    {
        if (!always && read.Are(cohort, meeting, times))
        {
            return;
        }

        var next = read.Value.With(cohort, meeting, times);
        await store.Write(
            Rows.PersonPartition(read.Person), [read.Row is { } row ? row.Replace(next) : Documents.Insert(Key, next)], cancel);
    }

    /// <summary>Takes away all that a cohort has booked for this person.</summary>
    public async Task Forget(PersonId person, CohortId cohort, CancellationToken cancel)
    {
        if ((await ReadPerson(person, cancel)).Row is not { } row)
        {
            return;
        }

        var rest = row.Value.Entries.Where(entry => entry.Cohort != cohort).ToArray();
        await store.Write(
            Rows.PersonPartition(person), [rest.Length > 0 ? row.Replace(new() { Entries = rest }) : row.Delete()], cancel);
    }
}

public sealed record PersonBookings(PersonId Person, Stored<Bookings>? Row)
{
    public Bookings Value => Row?.Value ?? new();

    /// <summary>Just these are held for a meeting.</summary>
    public bool Are(CohortId cohort, MeetingId meeting, IReadOnlyList<Interval> times) =>
        Value.With(cohort, meeting, times).Entries.SequenceEqual(Value.Entries);
}
