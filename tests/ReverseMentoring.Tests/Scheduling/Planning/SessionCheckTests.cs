using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Scheduling.Planning;

public sealed class SessionCheckTests
{
    private static readonly Zone Berlin = Zone.Find("Europe/Berlin");
    private static readonly DateTimeOffset Start = Berlin.At(new(2026, 3, 3), new(10, 0));
    private static readonly Interval Session = new(Start, Start.AddMinutes(50));
    private static readonly Attendee Mentor = new(new PersonId("mentor"), Berlin, WorkingHours.Usual) { Busy = [Session] };

    [Fact]
    public void A_session_does_not_stand_in_its_own_way() => Assert.Empty(Missing(Mentor));

    [Fact]
    public void Its_own_entry_is_known_also_when_told_in_half_hours() =>
        Assert.Empty(Missing(Mentor with { Busy = [new(Start, Start.AddMinutes(60))] }));

    [Fact]
    public void A_second_entry_at_its_time_overlaps() =>
        Assert.Equal([new PersonId("mentor")], Missing(Mentor with { Busy = [Session, Session] }));

    [Fact]
    public void Something_put_over_it_overlaps() =>
        Assert.Equal([new PersonId("mentor")], Missing(Mentor with { Busy = [Session, new(Start.AddMinutes(30), Start.AddHours(3))] }));

    [Fact]
    public void After_a_move_to_another_zone_it_may_lie_outside_the_hours() =>
        Assert.Equal([new PersonId("mentor")], Missing(Mentor with
        {
            Whereabouts = [.. Mentor.Whereabouts, new(new(2026, 3, 1), Zone.Find("America/New_York"), WorkingHours.Usual)],
        }));

    [Fact]
    public void An_absence_that_was_told_later_is_noticed() =>
        Assert.Equal([new PersonId("mentor")], Missing(Mentor with { Absences = [new(new(2026, 3, 1), new(2026, 3, 3))] }));

    private static IReadOnlyList<PersonId> Missing(Attendee mentor) =>
        SessionCheck.Missing(new(new(), [new(new PersonId("mentee"), Berlin, WorkingHours.Usual), mentor]), Session);
}
