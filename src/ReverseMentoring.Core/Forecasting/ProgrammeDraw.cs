using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>One way in which a cohort may go: all that people do is drawn, all that the product does is done by its own matcher, planner and calendar.</summary>
internal sealed class ProgrammeDraw
{
    private readonly ForecastCase forecast;
    private readonly SeriesBook book;
    private readonly Dice dice;
    private readonly Habits habits;
    private readonly DrawnPerson[] people;
    private readonly PartnerDraw partners;

    public ProgrammeDraw(ForecastCase forecast, SeriesBook book, ulong seed)
    {
        (this.forecast, this.book, dice) = (forecast, book, new(seed));
        habits = forecast.Habits.OfCohort(_ => dice.Roll());
        // Whoever is in a pair already has answered.
        var (heard, paired) = (habits with { Silent = 0 }, forecast.Reviewed?.People ?? new HashSet<Vocabulary.PersonId>());
        people =
        [
            .. forecast.People.Where(person => person.IsActive).Select(person => new DrawnPerson(
                person, (paired.Contains(person.Id) ? heard : habits).OfPerson(_ => dice.Roll()), forecast.DaysOff.GetValueOrDefault(person.Id) ?? [])),
        ];
        partners = new(forecast, people, habits, dice);
    }

    public CohortOutcome Run()
    {
        var reviewed = forecast.Reviewed is { } known ? AsReviewed(known) : FindPairs();
        var approved = DecentHours.Of(forecast.Cohort).From(reviewed.At).AddDays(habits.ManagerDays);
        var (meetings, opens) = forecast.Cohort.HasCircles ? (Circles(reviewed), approved) : Confirm(reviewed, approved);
        var sessions = new SessionsDraw(forecast, people, partners, habits, book, dice);
        sessions.Run(meetings, forecast.Cohort.OnWorkday(opens));
        var (ends, answered) = Close(forecast.Cohort.OnWorkday(sessions.Over));
        var (margin, shown, found) = new ClosingDraw(forecast.Items, forecast.Cohort.MinimumGroup, habits, dice).Measure(answered);
        return new(Partnered(Role.Mentor), Partnered(Role.Mentee), sessions.Held, forecast.Cohort.Zone.DateAt(ends), Median([.. people.Where(person => person.HadPartner).Select(person => person.Letters.Count).Order()]), margin, shown, found);
    }

    /// <summary>Everybody is asked for topics, then for what they bring and want.</summary>
    private Found FindPairs()
    {
        var cohort = forecast.Cohort;
        var opens = cohort.Zone.At(cohort.Days.OnOrAfter(cohort.Settings.Start), WorkingDays.Morning);
        var topics = new TopicsDraw(forecast.Topics, dice);
        var call = new AskedPhase(cohort, habits, dice);
        var called = call.Run(people, opens, cohort.Settings.Phases.CallForTopics, isSurvey: false);
        var list = topics.Compile(call.Answers.Count(answer => answer.Value <= called));

        // What people have added waits to be looked at.
        opens = cohort.OnWorkday(list.Count > forecast.Topics.Count && cohort.Settings.TopicsLookDays is > 0 and var look ? cohort.EndOfDay(called, look) : called);
        var offers = new AskedPhase(cohort, habits, dice);
        var at = cohort.OnWorkday(offers.Run(people, opens, cohort.Settings.Phases.OffersAndWishes, isSurvey: false));
        foreach (var (person, answered) in offers.Answers)
        {
            person.Say(list, book.AreFarApart, dice);
            person.AnsweredAt = answered;
        }

        partners.DrawLots(at);
        return new(cohort.HasCircles ? [] : partners.Pairs(at), at);
    }

    private Found AsReviewed(ReviewedPairs known)
    {
        var byId = people.ToDictionary(person => person.Id);
        var drawnAmong = people.FirstOrDefault(person => known.Waiting.Contains(person.Id))?.Person.Role;
        foreach (var person in people.Where(person => known.People.Contains(person.Id) || known.Waiting.Contains(person.Id) || dice.Happens(person.Habits.Answers)))
        {
            person.Say(forecast.Topics, book.AreFarApart, dice);
            person.AnsweredAt = known.At;
            person.Waits = known.Waiting.Contains(person.Id) ? true : person.Person.Role == drawnAmong ? false : null;
        }

        return new([.. known.Pairs.Where(pair => byId.ContainsKey(pair.Mentor) && byId.ContainsKey(pair.Mentee)).Select(pair => (byId[pair.Mentor], byId[pair.Mentee]))], known.At);
    }

    private IReadOnlyList<DrawnMeeting> Circles(Found found) => [.. partners.Circles(found.At).Select(members => new DrawnMeeting(members, IsCircle: true, found.At))];

    /// <summary>Those who lost each other are matched anew, as often as the cohort says.</summary>
    private (IReadOnlyList<DrawnMeeting> Meetings, DateTimeOffset Opens) Confirm(Found found, DateTimeOffset approved)
    {
        var (meetings, now) = (new List<DrawnMeeting>(), approved);
        for (var round = 1; ; round++)
        {
            var (clear, lost) = (now, false);
            foreach (var (mentor, mentee) in found.Pairs)
            {
                var (at, accepted) = partners.Ask(mentor, mentee, now);
                (clear, lost) = (at > clear ? at : clear, lost || !accepted);
                if (accepted)
                {
                    (mentor.Partners, mentee.Partners) = (mentor.Partners + 1, mentee.Partners + 1);
                    meetings.Add(new([mentee, mentor], IsCircle: false, at));
                }
            }

            now = forecast.Cohort.OnWorkday(clear);
            if (!lost || round > forecast.Cohort.Settings.ConfirmationRounds)
            {
                break;
            }

            found = new(partners.Pairs(now), now);
        }

        // From here on the sessions' draw counts them.
        foreach (var person in people)
        {
            person.Partners = 0;
        }

        return (meetings, now);
    }

    private (DateTimeOffset Ends, IReadOnlyCollection<DrawnPerson> Answered) Close(DateTimeOffset opens)
    {
        var (feedback, asked) = (new AskedPhase(forecast.Cohort, habits, dice), people.Where(person => !person.Left && (person.HadPartner || person.Waits is not null)).ToArray());
        var ends = feedback.Run(asked, opens, forecast.Cohort.Settings.Phases.Feedback, isSurvey: true);
        foreach (var person in people.Where(person => !person.Left))
        {
            person.Letters.Send(ends);
        }

        return (ends, [.. feedback.Answers.Where(answer => answer.Value <= ends && answer.Key.Waits is not true).Select(answer => answer.Key)]);
    }

    private int Partnered(Role role) => people.Count(person => person.HadPartner && person.Person.Role == role);

    private static double Median(int[] counts) => counts.Length == 0 ? 0 : (counts[(counts.Length - 1) / 2] + counts[counts.Length / 2]) / 2.0;

    private sealed record Found(IReadOnlyList<(DrawnPerson Mentor, DrawnPerson Mentee)> Pairs, DateTimeOffset At);
}
