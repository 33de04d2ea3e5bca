using System.Globalization;
using System.Text;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// Makes up a company of any size, with its reporting line: a chief, and below everybody so many others. Every second
/// person takes part as a leader who learns or as a junior who teaches, half and half.
/// </summary>
public static class PeopleGenerator
{
    /// <summary>How many report to one person.</summary>
    private const int Span = 8;

    private static readonly (string Zone, string Location, string Languages)[] Places =
    [
        ("Europe/Berlin", "Germany/Berlin", "de;en"),
        ("Europe/Madrid", "Spain/Madrid", "es;en"),
        ("Europe/London", "United Kingdom/London", "en"),
        ("America/New_York", "United States/New York", "en"),
        ("America/Sao_Paulo", "Brazil/São Paulo", "pt;en"),
        ("Asia/Kolkata", "India/Pune", "en"),
    ];

    private static readonly string[] Departments =
        ["Sales", "Engineering", "Finance", "Marketing", "Operations", "People", "Research", "Customer care"];

    private static readonly string[] First =
        ["Ada", "Ben", "Chiara", "Deniz", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kavya", "Lena", "Mateo", "Nour", "Olga", "Paulo"];

    private static readonly string[] Last =
        ["Adler", "Bauer", "Costa", "Dias", "Evans", "Fischer", "García", "Haas", "Iyer", "Jensen", "Kaya", "Lopes", "Meyer", "Novak", "Okoye", "Patel"];

    /// <returns>The list as CSV, with so many participants, half of them mentors.</returns>
    public static string Csv(int participants, SeededRandom seededRandom)
    {
        var csv = new StringBuilder("name,email,role,jobTitle,department,level,managerEmail,location,timeZone,languages\n");
        var depth = (int)Math.Ceiling(Math.Log(participants, Span)) + 1;
        for (var index = 0; index < participants; index++)
        {
            var id = index.ToString(CultureInfo.InvariantCulture);
            var place = Places[Weighted(seededRandom.Draw(id, "place"))];
            var level = Math.Max(0, depth - (int)Math.Floor(Math.Log((index * (Span - 1)) + 1, Span)));
            var manager = index == 0 ? "" : Address((index - 1) / Span);
            var role = index % 2 == 0 ? "mentee" : "mentor";
            csv.Append(CultureInfo.InvariantCulture, $"{seededRandom.Pick(First, id, "first")} {seededRandom.Pick(Last, id, "last")},{Address(index)},{role},")
                .Append(CultureInfo.InvariantCulture, $"{(role == "mentee" ? "Head of team" : "Specialist")},{seededRandom.Pick(Departments, id, "department")},")
                .Append(CultureInfo.InvariantCulture, $"{(role == "mentee" ? level + 1 : level)},{manager},{place.Location},{place.Zone},{place.Languages}\n");
        }

        return csv.ToString();
    }

    private static string Address(int index) => $"person{index}@example.org";

    /// <summary>Most in the first places, as companies are.</summary>
    private static int Weighted(double chance) => chance switch { < 0.4 => 0, < 0.6 => 1, < 0.75 => 2, < 0.88 => 3, < 0.94 => 4, _ => 5 };
}
