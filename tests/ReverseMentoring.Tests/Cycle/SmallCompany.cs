namespace ReverseMentoring.Tests.Cycle;

/// <summary>Leaders and juniors of one company over six zones, all eligible for each other.</summary>
internal static class SmallCompany
{
    private static readonly string[] Zones =
        ["Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Madrid", "Africa/Johannesburg", "Europe/Helsinki"];

    public static string Leader(int number) => $"leader{number}@example.org";

    public static string Junior(int number) => $"junior{number}@example.org";

    public static IEnumerable<object> Of(int leaders, int juniors) =>
    [
        .. Enumerable.Range(1, leaders).Select(number => Person(Leader(number), $"Leader {number}", "mentee", 3, number)),
        .. Enumerable.Range(1, juniors).Select(number => Person(Junior(number), $"Junior {number}", "mentor", 1, number)),
    ];

    private static object Person(string email, string name, string role, int level, int number) => new
    {
        name, email, role, level, jobTitle = role, department = $"Department {number % 4}", timeZone = Zones[number % Zones.Length], languages = new[] { "en" },
    };
}
