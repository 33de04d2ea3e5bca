using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Scheduling.Planning;

public sealed class SeriesPlannerProperties
{
    private static readonly Arbitrary<SmallCase> Cases =
        Gen.Choose(0, int.MaxValue - 1).Select(SmallCase.From).ToArbitrary();

    [PropertyFact]
    public void No_series_is_longer_or_cheaper_than_the_one_found() =>
        Prop.ForAll(Cases, small =>
        {
            var found = SeriesPlanner.Plan(small.Request);
            var every = new EverySeries(small.Request);
            return every.Best() == (found.Sessions.Count, found.Cost.Total)
                && (found.Sessions.Count == 0 || every.Cost([.. found.Sessions.Select(session => session.Start)]) == found.Cost.Total);
        }).Hold(200);

    [PropertyFact]
    public void Every_session_lies_where_everybody_works_and_is_free() =>
        Prop.ForAll(Cases, small =>
        {
            var every = new EverySeries(small.Request);
            return SeriesPlanner.Plan(small.Request).Sessions.All(session => every.IsAllowed(session.Start)
                && session.End - session.Start == TimeSpan.FromMinutes(small.Request.Plan.Minutes));
        }).Hold(300);

    [PropertyFact]
    public void Distances_are_kept_on_the_kept_clock() =>
        Prop.ForAll(Cases, small =>
        {
            var days = SeriesPlanner.Plan(small.Request).Sessions
                .Select(session => DateOnly.FromDateTime(EverySeries.Local(small.Request.Attendees[0], session.Start).DateTime).DayNumber)
                .ToArray();
            return days.Zip(days.Skip(1), (one, next) => next - one)
                .All(distance => distance >= small.Request.Plan.MinimumDays && distance <= small.Request.Plan.MaximumDays);
        }).Hold(300);

    [PropertyFact]
    public void A_reason_is_given_exactly_when_sessions_are_missing() =>
        Prop.ForAll(Cases, small =>
        {
            var found = SeriesPlanner.Plan(small.Request);
            return (found.Shortfall is not null) == (found.Sessions.Count < small.Request.Plan.Sessions)
                && (found.Shortfall?.Session ?? found.Sessions.Count + 1) == found.Sessions.Count + 1;
        }).Hold(300);

    [PropertyFact]
    public void Somebody_in_several_series_is_never_booked_twice_nor_too_often_in_a_week() =>
        Prop.ForAll(Cases, Cases, (one, other) =>
        {
            var plan = one.Request.Plan with { WeeklyLimit = 1 };
            var mentor = one.Request.Attendees[1];
            var requests = new[] { one, other }.Select((small, i) => new SeriesRequest(
                plan, [small.Request.Attendees[0] with { Id = new PersonId($"mentee{i}") }, mentor])).ToArray();
            var sessions = SeriesRound.Plan(requests).SelectMany(series => series.Sessions).ToArray();
            var weeks = sessions.Select(session => EverySeries.WeekOf(mentor, session.Start)).ToArray();
            return weeks.Distinct().Count() == weeks.Length
                && sessions.All(session => sessions.Count(session.Overlaps) == 1);
        }).Hold(150);
}
