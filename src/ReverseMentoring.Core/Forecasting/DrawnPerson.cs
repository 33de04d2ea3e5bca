using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Somebody in one draw: how they are, what they say, what has become of them.</summary>
internal sealed class DrawnPerson(Person person, PersonHabits habits, IReadOnlyList<DateRange> daysOff)
{
    private static readonly WorkingHours[] Hours = [WorkingHours.Usual, WorkingHours.EveryWeekday(new(7, 0), new(15, 0)), WorkingHours.EveryWeekday(new(10, 0), new(18, 0))];

    private int hours;
    private bool early;
    private bool late;

    public Person Person => person;

    public PersonId Id => person.Id;

    public PersonHabits Habits => habits;

    public Letterbox Letters { get; } = new(new DecentHours(person.ZoneAt, daysOff));

    /// <summary>When they said what they bring and want; null: not yet.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public MatchPerson? Said { get; private set; }

    public int Partners { get; set; }

    public bool HadPartner { get; private set; }

    public bool Left { get; set; }

    /// <summary>By a draw; null: they were in none.</summary>
    public bool? Waits { get; set; }

    /// <summary>Sessions of theirs to which nobody came.</summary>
    public int Missed { get; set; }

    public int Room => Left || Waits is true ? 0 : person.Capacity - Partners;

    /// <summary>What sets when they can meet: people alike in it have the same times.</summary>
    public string Clock => $"{person.TimeZone}|{person.Location}|{hours}{(early ? "e" : "")}{(late ? "l" : "")}";

    public WorkingHours Week => (person.WorkingHours ?? Hours[hours]) is var week && (early || late) ? week with { AlsoEarly = early, AlsoLate = late } : week;

    /// <summary>With a partner, or in a circle.</summary>
    public void Begin() => (Partners, HadPartner) = (Partners + 1, true);

    /// <param name="week">The hours of theirs that count with those whom they meet.</param>
    public Attendee AttendeeWith(WorkingHours week) => new(person.Id, person.Zone, week) { Absences = person.Away, Holidays = daysOff };

    /// <summary>One to four topics to bring and as many wishes, at any level; three in ten work early or late; asked, half would also meet early, and half late.</summary>
    /// <param name="topics">To choose from.</param>
    /// <param name="asksFar">They are asked whether they would, for a partner far away.</param>
    /// <param name="dice">Rolls.</param>
    public void Say(IReadOnlyList<TopicId> topics, bool asksFar, Dice dice)
    {
        hours = dice.Happens(0.7) ? 0 : 1 + dice.Below(2);
        (early, late) = asksFar ? (dice.Happens(0.5), dice.Happens(0.5)) : (false, false);
        Said = MatchPeople.From(person) with
        {
            WorkingHours = Week,
            Offers = [.. dice.Some(topics, 1 + dice.Below(MostTopics)).Select(topic => new Offer(topic, (Level)(1 + dice.Below(3))))],
            Wishes = [.. dice.Some(topics, 1 + dice.Below(MostTopics)).Select((topic, at) => new Wish(topic, at + 1))],
        };
    }

    private const int MostTopics = 4;
}
