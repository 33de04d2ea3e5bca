using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Has partners found by the matcher among people as they are drawn, and asks them.</summary>
internal sealed class PartnerDraw(ForecastCase forecast, IReadOnlyList<DrawnPerson> people, Habits habits, Dice dice)
{
    private readonly Dictionary<PersonId, DrawnPerson> byId = people.ToDictionary(person => person.Id);
    private readonly List<PairIds> before = [.. forecast.EarlierPairs];
    private ApartDraw? apart;

    /// <summary>Of those who have said what they want until a moment, and have room.</summary>
    public IReadOnlyList<(DrawnPerson Mentor, DrawnPerson Mentee)> Pairs(DateTimeOffset now)
    {
        var request = Request(now);
        return request.People.Count < 2 ? [] : [.. Matcher.Pairs(request).Select(pair => (byId[pair.Mentor], byId[pair.Mentee]))];
    }

    /// <summary>Draws who waits, where the cohort has that drawn.</summary>
    public void DrawLots(DateTimeOffset now)
    {
        var cohort = forecast.Cohort;
        if (!cohort.Settings.DrawnWaitingList || cohort.HasCircles)
        {
            return;
        }

        foreach (var lot in LotDrawer.Draw(Request(now), $"{dice.Seed()}", cohort.MinimumGroup + 1, new HashSet<PersonId>()).Lots)
        {
            byId[lot.Person].Waits = lot.Waits;
        }
    }

    public IReadOnlyList<IReadOnlyList<DrawnPerson>> Circles(DateTimeOffset now) => CirclesOf(Request(now));

    /// <summary>Free places for all who are in no circle, and circles of those who find none.</summary>
    /// <param name="running">Who is in each.</param>
    /// <param name="now">Who has said until then what they want.</param>
    public (IReadOnlyList<(DrawnPerson Person, int Circle)> Places, IReadOnlyList<IReadOnlyList<DrawnPerson>> Formed) Places(
        IReadOnlyList<IReadOnlyCollection<DrawnPerson>> running, DateTimeOffset now)
    {
        var request = Request(now);
        request = request with { People = [.. request.People.Where(person => byId[person.Id].Partners == 0)] };
        var found = CirclePlaces.Find(
            request, [.. running.Select(circle => (IReadOnlyList<PersonId>)[.. circle.Select(person => person.Id)])],
            request.People.ToDictionary(person => person.Id, _ => (IReadOnlySet<int>)new HashSet<int>()));
        var left = request.People.ExceptBy(found.Select(place => place.Person), person => person.Id).ToArray();
        return ([.. found.Select(place => (byId[place.Person], place.Circle))], CirclesOf(request with { People = left }));
    }

    /// <summary>Both are asked; one no, or silence until the deadline, and they are no pair.</summary>
    /// <returns>When it was clear, and whether they are one.</returns>
    public (DateTimeOffset At, bool Accepted) Ask(DrawnPerson mentor, DrawnPerson mentee, DateTimeOffset now)
    {
        before.Add(new(mentor.Id, mentee.Id));
        var days = forecast.Cohort.Settings.Phases.Confirmation;
        var asking = new AskedPhase(forecast.Cohort, habits, dice);
        var asked = new[] { mentor, mentee }.Select(person => (Answer: asking.Ask(person, now, days), Declines: dice.Happens(habits.Declines / 2))).ToArray();
        var ends = asked.Where(one => one.Answer.Answered is not { } at || at > one.Answer.Ends).Select(one => (DateTimeOffset?)one.Answer.Ends).Max();
        var decided = Decided();
        foreach (var (person, said) in new[] { mentor, mentee }.Zip(asked).Where(one => !decided.Accepted && !one.Second.Declines && one.Second.Answer.Answered <= decided.At))
        {
            // Who said yes hears that it came to nothing.
            person.Letters.Send(decided.At);
        }

        return decided;

        (DateTimeOffset At, bool Accepted) Decided() => asked.Where(one => one.Declines && one.Answer.Answered is { } at && (ends is null || at < ends)).Min(one => one.Answer.Answered) is { } no ? (no, false)
            : ends is { } over ? (over, false)
            : (asked.Max(one => one.Answer.Answered!.Value), true);
    }

    private IReadOnlyList<IReadOnlyList<DrawnPerson>> CirclesOf(MatchingRequest request) => request.People.Count < CirclePolicy.Fewest
        ? []
        : [.. CircleMatcher.Match(request).Circles.Select(circle => (IReadOnlyList<DrawnPerson>)[.. circle.Mentees.Concat(circle.Mentors).Select(id => byId[id])])];

    private MatchingRequest Request(DateTimeOffset now)
    {
        // Who answers after a draw comes behind those who wait by it.
        var drawnAmong = people.FirstOrDefault(person => person.Waits is true)?.Person.Role;
        var request = new MatchingRequest
        {
            People = [.. people.Where(person => person.Room > 0 && person.AnsweredAt <= now && !(person.Waits is null && person.Person.Role == drawnAmong)).Select(person => person.Said! with { Capacity = person.Room })],
            Policy = forecast.Cohort.Settings.Matching,
            ReportingLine = forecast.ReportingLine,
            Week = forecast.Cohort.Settings.Start,
            SessionMinutes = forecast.Cohort.Settings.Sessions.Minutes,
            Sessions = forecast.Cohort.Settings.Sessions.Sessions,
            EarlierPairs = before,
        };
        if (request.People.Count < 2)
        {
            return request;
        }

        apart ??= ApartDrawer.Draw(request, BitConverter.GetBytes(dice.Seed()));
        return request with { KeptApart = apart.Among(request) };
    }
}
