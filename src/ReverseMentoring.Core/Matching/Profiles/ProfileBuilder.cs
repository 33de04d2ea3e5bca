using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Turns the people of a request into profiles that share one numbering.</summary>
internal sealed class ProfileBuilder
{
    private readonly MatchingRequest request;
    private readonly ReportingLine line;
    private readonly IdNumbers<PersonId> nodes = new();
    private readonly IdNumbers<string> departments = new(StringComparer.OrdinalIgnoreCase);
    private readonly IdNumbers<string> locations = new(StringComparer.OrdinalIgnoreCase);
    private readonly IdNumbers<string> languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly IdNumbers<TopicId> topics = new();
    private readonly Dictionary<(string, WorkingHours), WeeklyHours> weeks = [];
    private readonly Dictionary<WeeklyHours, SessionRoom> rooms = [];
    private readonly ILookup<PersonId, PersonId> earlier;
    private readonly ILookup<PersonId, PersonId> forbidden;
    private readonly Dictionary<PersonId, MatchPerson> people;

    public ProfileBuilder(MatchingRequest request)
    {
        this.request = request;
        line = new ReportingLine(request);
        earlier = BothWays(request.EarlierPairs);
        forbidden = BothWays(request.Forbids);
        people = request.People.ToDictionary(person => person.Id);
    }

    public Profile Build(MatchPerson person) => new()
    {
        Id = person.Id,
        Node = nodes.NumberOf(person.Id),
        Level = person.Level,
        Above = Nodes(line.Above(person.Id, request.Policy.ReportingDepth)),
        Manager = line.ManagerOf(person.Id) is { } manager ? nodes.NumberOf(manager) : -1,
        Department = departments.OfPath(person.Department),
        Location = locations.OfPath(person.Location),
        Hours = Week(person, person.WorkingHours),
        WiderHours = Week(person, person.WorkingHours.Wider),
        Room = RoomIn(Week(person, person.WorkingHours.Wider)),
        Languages = [.. person.Languages.Select(PrimarySubtag).Select(languages.NumberOf).Distinct()],
        Offers = [.. person.Offers.Select(offer => topics.NumberOf(offer.Topic)).Distinct()],
        Wishes = [.. person.Wishes.Select(wish => new WishedTopic(topics.NumberOf(wish.Topic), wish.Rank))],
        EarlierPartners = Nodes(earlier[person.Id]),
        EarlierDepartments = EarlierDepartments(person.Id),
        Forbidden = Nodes(forbidden[person.Id]),
        FreeTime = person.FreeTime,
        Capacity = Math.Max(0, person.Capacity),
    };

    /// <summary>Two people understand each other in <c>en-GB</c> and <c>en-US</c>: the language counts, not the region.</summary>
    private static string PrimarySubtag(string tag) => tag.Split('-', 2)[0].Trim();

    private static ILookup<PersonId, PersonId> BothWays(IReadOnlyList<PairIds> pairs) =>
        pairs.Concat(pairs.Select(pair => new PairIds(pair.Mentee, pair.Mentor)))
            .Distinct()
            .ToLookup(pair => pair.Mentee, pair => pair.Mentor);

    private int[] Nodes(IEnumerable<PersonId> ids) => [.. ids.Select(nodes.NumberOf)];

    private int[] EarlierDepartments(PersonId id) =>
    [
        .. earlier[id]
            .Select(partner => people.GetValueOrDefault(partner)?.Department)
            .Where(department => !string.IsNullOrWhiteSpace(department))
            .Select(department => departments.OfPath(department!)[^1])
            .Distinct(),
    ];

    private SessionRoom RoomIn(WeeklyHours week)
    {
        if (!rooms.TryGetValue(week, out var room))
        {
            room = new(week, request.SessionMinutes);
            rooms.Add(week, room);
        }

        return room;
    }

    private WeeklyHours Week(MatchPerson person, WorkingHours hours)
    {
        var key = (person.TimeZone, hours);
        if (!weeks.TryGetValue(key, out var week))
        {
            week = new WeeklyHours(hours, Zone.Find(person.TimeZone), request.Week);
            weeks.Add(key, week);
        }

        return week;
    }
}
