using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Benchmarks.Selection;

/// <summary>Somebody on a list, before they have said anything.</summary>
/// <param name="Manager">Their place in the list; null: nobody's report.</param>
internal sealed record Listed(MatchPerson Person, int? Manager);

/// <summary>Companies with two juniors for each leader, so that somebody has to be passed over.</summary>
internal static class Companies
{
    private static readonly (string Zone, string Location, string[] Languages, double Share)[] Places =
    [
        ("Europe/Berlin", "Germany/Berlin", ["de", "en"], 0.3),
        ("Europe/London", "United Kingdom/London", ["en"], 0.25),
        ("America/New_York", "United States/New York", ["en"], 0.2),
        ("America/Los_Angeles", "United States/Seattle", ["en"], 0.1),
        ("Asia/Kolkata", "India/Pune", ["en"], 0.1),
        ("Asia/Tokyo", "Japan/Tokyo", ["ja", "en"], 0.05),
    ];

    private static readonly string[] Departments = ["Sales", "Engineering", "Finance", "Marketing", "Operations", "People"];

    public static IReadOnlyList<Listed> MakeUp(int people, Random random) =>
    [
        .. Enumerable.Range(0, people).Select(at =>
        {
            var (leaders, place) = (people / 3, Place(random.NextDouble()));
            var isLeader = at < leaders;
            return new Listed(
                new MatchPerson
                {
                    Id = new($"p{at:D4}"),
                    Role = isLeader ? Role.Mentee : Role.Mentor,
                    Level = !isLeader ? random.Next(2) : at < leaders / 3 ? 3 : 2,
                    Department = Departments[random.Next(Departments.Length)],
                    Location = place.Location,
                    TimeZone = place.Zone,
                    Languages = place.Languages,
                },
                at == 0 ? null : random.Next(Math.Min(at, leaders)));
        }),
    ];

    /// <exception cref="InvalidDataException">The list can't be read; the message says why.</exception>
    public static IReadOnlyList<Listed> Read(FileInfo file)
    {
        var findings = new Findings();
        var entries = new RosterReader(findings).ReadRoster(PeopleCsv.Parse(File.ReadAllBytes(file.FullName), findings));
        if (findings.Errors is [var wrong, ..])
        {
            throw new InvalidDataException($"{wrong.Where}: {wrong.Problem}");
        }

        var places = entries.Index().ToDictionary(entry => entry.Item.Email, entry => entry.Index);
        return
        [
            .. entries.Select((entry, at) =>
            {
                var person = entry.ToPerson(email => new($"p{places[email]:D4}"), "UTC", "en");
                return new Listed(
                    new MatchPerson
                    {
                        Id = person.Id, Role = person.Role, Level = person.Level, Department = person.Department ?? "", Location = person.Location ?? "",
                        TimeZone = person.TimeZone, Languages = person.Languages,
                    },
                    entry.ManagerEmail is { } manager ? places[manager] : null);
            }),
        ];
    }

    private static (string Zone, string Location, string[] Languages, double Share) Place(double chance)
    {
        foreach (var place in Places)
        {
            chance -= place.Share;
            if (chance < 0)
            {
                return place;
            }
        }

        return Places[0];
    }
}
