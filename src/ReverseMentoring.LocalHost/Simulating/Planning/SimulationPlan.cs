using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Simulating.Faults;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Planning;

/// <summary>What one seed plays: who, by which rules, and what goes wrong.</summary>
internal sealed record SimulationPlan
{
    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Begins = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private static readonly string[] Zones = ["Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"];

    public required int Seed { get; init; }

    /// <summary>Participants.</summary>
    public required int People { get; init; }

    public required string PeopleCsv { get; init; }

    public required string CohortJson { get; init; }

    public required bool HasCircles { get; init; }

    public required bool HasCalendars { get; init; }

    public required MailServiceKind Mail { get; init; }

    public required MailQuota Quota { get; init; }

    public required SimulatedBehaviour Behaviour { get; init; }

    public required FaultRates Rates { get; init; }

    /// <summary>Faults stay for good: only what must never happen is looked for.</summary>
    public bool Lasting { get; init; }

    /// <summary>How many things HR does on the way.</summary>
    public required int HrActs { get; init; }

    /// <param name="seed">Which.</param>
    /// <param name="most">Participants at most; at least eight.</param>
    /// <param name="lasting">Faults stay for good.</param>
    public static SimulationPlan Drawn(int seed, int most = 16, bool lasting = false)
    {
        var chance = new Chance((ulong)(uint)seed * 7919);
        var (people, circles, calendars) = (chance.Between(6, Math.Max(8, most)), chance.Happens(0.25), chance.Happens(0.4));
        return new()
        {
            Seed = seed,
            People = people,
            HasCircles = circles,
            HasCalendars = calendars,
            PeopleCsv = Company(PeopleGenerator.Csv(people, new SeededRandom(seed)), chance),
            CohortJson = Settings(chance, circles, calendars),
            Mail = chance.Pick([MailServiceKind.CanBeAsked, MailServiceKind.CannotTell]),
            Quota = chance.Happens(0.6) ? MailQuota.Unlimited : new(chance.Between(5, 30), chance.Between(30, 200)),
            Behaviour = new()
            {
                Answers = 0.6 + (chance.Draw() * 0.4), DelayDays = 0.3 + chance.Draw(), Declines = chance.Draw() * 0.3, Moves = chance.Draw() * 0.4,
                Cancels = chance.Draw() * 0.3, Misses = chance.Draw() * 0.3, Leaves = chance.Draw() * 0.2, ManagerDays = chance.Draw() * 3,
            },
            Rates = FaultRates.Drawn(chance),
            Lasting = lasting,
            HrActs = chance.Between(0, 12),
        };
    }

    /// <summary>
    /// Names that nobody else has, so that what is left of somebody can be told from what is left of others; and few who report to each
    /// other, or so small a company would all be one line.
    /// </summary>
    private static string Company(string csv, Chance chance)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var manager = Array.IndexOf(lines[0].Split(','), "managerEmail");
        for (var at = 1; at < lines.Length; at++)
        {
            var cells = lines[at].Split(',');
            cells[0] += $"-Nr{at:D3}";
            cells[manager] = at > 1 && chance.Happens(0.4) ? lines[chance.Between(1, at - 1)].Split(',')[1] : "";
            lines[at] = string.Join(',', cells);
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Settings(Chance chance, bool circles, bool calendars)
    {
        var (least, sessions) = (chance.Between(7, 10), chance.Between(1, 3));
        var settings = new Dictionary<string, object>
        {
            ["name"] = "Simulated",
            ["start"] = DateOnly.FromDateTime(Begins.Date).AddDays(chance.Between(1, 3)).ToString("O", CultureInfo.InvariantCulture),
            ["timeZone"] = chance.Pick(Zones),
            ["phases"] = new
            {
                callForTopics = chance.Between(2, 4), offersAndWishes = chance.Between(2, 5), review = chance.Between(1, 3), confirmation = chance.Between(2, 4),
                feedback = chance.Between(2, 4),
            },
            ["reminders"] = chance.Happens(0.7) ? [2, 1] : Array.Empty<int>(),
            ["turnout"] = new { minimum = chance.Happens(0.5) ? 0.5 : 0, extendDays = chance.Between(1, 3) },
            ["review"] = new { goOnAfterDeadline = chance.Happens(0.5) },
            ["confirmationRounds"] = chance.Between(0, 2),
            ["rebookingDays"] = chance.Between(3, 10),
            ["drawnWaitingList"] = !circles && sessions == 2,
            ["retentionDays"] = chance.Between(0, 5),
            ["sessions"] = new { sessions, idealDays = least + 4, minimumDays = least, maximumDays = least + 9, minutes = chance.Pick([25, 50, 90]) },
            ["calendar"] = new { mode = calendars ? "microsoft365" : "mail", organizer = chance.Pick(["serviceMailbox", "mentor", "mentee"]) },
            ["matching"] = circles ? new { circles = new { smallestSize = 4, largestSize = 6 } } : new { minimumScore = chance.Pick([1, 1500]) },
        };
        return JsonSerializer.Serialize(settings);
    }
}
