using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Simulating.Faults;
using ReverseMentoring.LocalHost.Simulating.Planning;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Acting;

/// <summary>
/// HR: starts the cohort, approves the pairs, and on the way does whatever the HTTP interface offers, at any time and twice where no
/// answer was heard. What is not possible just then is refused, which is an answer too.
/// </summary>
internal sealed class Hr(SimulationPlan plan, Surroundings around, IStore disk, Func<FrontRequest, Task<FrontAnswer>> send, Agenda agenda, ToldByUs told)
{
    private const int Tries = 8;

    private readonly Chance chance = around.Chance.Apart();
    private int number;

    /// <summary>By which HR's tools are known.</summary>
    public string Key { get; set; } = "";

    /// <summary>Null until the cohort is started.</summary>
    public CohortId? Cohort { get; private set; }

    /// <summary>The list as it was sent last.</summary>
    private string people = plan.PeopleCsv;

    public async Task Start()
    {
        var (boundary, name) = ("part-of-the-start", "start");
        var body = $"--{boundary}\r\nContent-Disposition: form-data; name=cohort\r\nContent-Type: application/json\r\n\r\n{plan.CohortJson}\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=people; filename=people.csv\r\nContent-Type: text/csv\r\n\r\n{people}\r\n--{boundary}--\r\n";
        var answer = await Send(new("POST", "/api/cohorts") { Content = body, ContentType = $"multipart/form-data; boundary={boundary}", IdempotencyKey = name });
        if (answer is { Status: 202, Location: { } location })
        {
            Cohort = new(location.Split('/')[^1]);
        }
        else if (answer.Status < 500)
        {
            throw new InvalidOperationException($"The cohort can't be started: {answer.Status} {answer.Body}");
        }
    }

    /// <summary>Puts on the agenda what HR does on the way.</summary>
    public void PlanActs(TimeSpan within)
    {
        for (var act = 0; act < plan.HrActs; act++)
        {
            agenda.Add(around.Clock.Now + chance.Upto(within), new("HR acts", Act));
        }
    }

    public void Approve(CohortId cohort, DateTimeOffset at) => Give(at, $"/api/cohorts/{cohort}/approve");

    private async Task Act()
    {
        var (cohort, view) = (Cohort!.Value, new CohortView(disk, Cohort.Value));
        if (await view.State() is not { } state || state.Status is CycleStatus.Erased)
        {
            return;
        }

        var (all, meetings) = (await view.People(), await view.Meetings());
        if (all.Count == 0)
        {
            return;
        }

        var (path, person, meeting, now) = ($"/api/cohorts/{cohort}", chance.Pick(all), meetings.Count == 0 ? null : chance.Pick(meetings), around.Clock.Now);
        var later = now + chance.Upto(TimeSpan.FromHours(6));
        switch (chance.Below(22))
        {
            case 0 or 1:
                Give(later, $"{path}/close?stage={state.Stage}");
                break;
            case 2:
                Give(later, $"{path}/extend?stage={state.Stage}", new { days = chance.Between(1, 3) });
                break;
            case 3 or 4:
                Give(now, $"{path}/pause");
                Give(now.AddDays(chance.Between(1, 4)), $"{path}/resume");
                break;
            case 5:
                Give(now, $"{path}/rerun");
                break;
            case 6 or 7:
                SendList(later);
                break;
            case 8 or 9:
                Give(later, $"{path}/people/{person.Id}/take-out", new { tell = chance.Happens(0.7) });
                Give(later.AddDays(chance.Between(1, 6)), $"{path}/people/{person.Id}/bring-back");
                break;
            case 10:
                Give(later, $"{path}/people/{person.Id}/pause", new { until = Day(now.AddDays(chance.Between(1, 9))) });
                break;
            case 11:
                Give(later, $"{path}/people/{person.Id}/renew-links");
                break;
            case 12 or 13:
                Patch(later, path, person, all);
                break;
            case 14 when meeting is not null:
                Give(later, $"{path}/{(meeting.Kind is MeetingKind.Pair ? "pairs" : "circles")}/{meeting.Id}/end");
                break;
            case 15 or 16:
                Propose(later, path, all, meetings);
                break;
            case 17 when meeting is not null:
                Give(later, $"{path}/pairs/{meeting.Id}/sessions/1/held", new { start = Moment(now.AddDays(-1)) });
                break;
            case 18:
                Give(later, $"{path}/mails/send-again");
                break;
            case 19:
                Give(now, "/api/mail", new { stopped = true }, "PUT");
                Give(now.AddHours(chance.Between(1, 60)), "/api/mail", new { stopped = false }, "PUT");
                break;
            case 20 when state.Phase == PhaseNames.Review:
                Give(now, $"{path}/{chance.Pick(["locks", "forbids"])}/{Of(all, Role.Mentor)}/{Of(all, Role.Mentee)}", null, "PUT");
                Give(now.AddMinutes(5), $"{path}/rerun");
                break;
            case 21 when chance.Happens(0.2):
                Give(later, $"{path}/{chance.Pick(["cancel", "erase"])}");
                break;
            default:
                break;
        }
    }

    /// <summary>The list again: as it was, with somebody new, or with another reporting line.</summary>
    private void SendList(DateTimeOffset at)
    {
        var lines = people.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (chance.Happens(0.5))
        {
            lines.Add($"New-Nr{900 + number:D3},new{number}@example.org,{chance.Pick(["mentor", "mentee"])},Specialist,Sales,{chance.Between(1, 4)},,Germany/Berlin,Europe/Berlin,de;en");
        }
        else
        {
            var row = chance.Between(2, lines.Count - 1);
            var cells = lines[row].Split(',');
            cells[6] = lines[chance.Between(1, lines.Count - 1)].Split(',')[1];
            lines[row] = cells[6] == cells[1] ? lines[row] : string.Join(',', cells);
        }

        people = string.Join('\n', lines) + "\n";
        Give(at, $"/api/cohorts/{Cohort}/people", people, "PUT");
        if (chance.Happens(0.3))
        {
            Give(at, $"/api/cohorts/{Cohort}/people", people, "PUT");
        }
    }

    private void Patch(DateTimeOffset at, string path, Person person, List<Person> all)
    {
        object change = chance.Below(4) switch
        {
            0 => new { email = $"moved{number}@example.org" },
            1 => new { timeZone = chance.Pick(["Europe/Lisbon", "Asia/Tokyo", "America/Chicago"]) },
            2 => new { managerEmail = chance.Pick(all).Email },
            _ => new { capacity = chance.Between(1, 2) },
        };
        Give(at, $"{path}/people/{person.Id}", change, "PATCH");
    }

    private void Propose(DateTimeOffset at, string path, List<Person> all, List<Meeting> meetings)
    {
        var running = meetings.Where(meeting => meeting is { Kind: MeetingKind.Pair, Status: MeetingStatus.Running }).ToArray();
        if (running.Length > 1 && chance.Happens(0.5))
        {
            var (one, other) = (chance.Pick(running), chance.Pick(running));
            Give(at, $"{path}/proposals", new { mentor = one.Mentor.Value, mentee = other.Mentee.Value, swap = new { mentor = other.Mentor.Value, mentee = one.Mentee.Value } });
        }
        else
        {
            Give(at, $"{path}/proposals", new { mentor = Of(all, Role.Mentor), mentee = Of(all, Role.Mentee) });
        }
    }

    /// <summary>A call of one key, sent again under it until an answer is heard.</summary>
    private void Give(DateTimeOffset at, string path, object? body = null, string method = "POST", string? key = null, int attempt = 1)
    {
        var once = key ?? $"hr-{++number}";
        agenda.Add(at, new($"{method} {path}", Call, Again));

        void Again()
        {
            if (attempt <= Tries)
            {
                Give(around.Clock.Now.AddMinutes(3 * attempt), path, body, method, once, attempt + 1);
            }
        }

        async Task Call()
        {
            var request = new FrontRequest(method, path)
            {
                Content = body as string ?? JsonSerializer.Serialize(body ?? new { }), ContentType = body is string ? "text/csv" : "application/json", IdempotencyKey = once,
            };
            if ((await Send(request)).Status >= 500)
            {
                Again();
            }
        }
    }

    private async Task<FrontAnswer> Send(FrontRequest request)
    {
        var answer = await send(request with { Key = Key });
        around.Trace.Note($"HR {request.Method} {request.Path}: {answer.Status}");
        if (answer.Status >= 500)
        {
            told.Failures.Add($"{request.Method} {request.Path}: {answer.Status}");
        }

        return answer;
    }

    private string Of(List<Person> all, Role role) => chance.Pick([.. all.Where(person => person.Role == role).Select(person => person.Id.Value).DefaultIfEmpty("none")]);

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
