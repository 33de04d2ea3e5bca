using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Simulating.Faults;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>What came of one seed.</summary>
/// <param name="Statuses">How many answers there were of each.</param>
/// <param name="Found">Answers that must not be, each with what was sent.</param>
internal sealed record FuzzResult(int Sent, IReadOnlyDictionary<int, int> Statuses, IReadOnlyList<string> Found);

/// <summary>
/// A cohort somewhere on its way, at which many odd inputs are thrown, one after the other; and after them its pages are read and its steps
/// run: what was taken must be such that it can be shown and gone on with. The same seed throws the same.
/// </summary>
internal sealed partial class FuzzRun : IDisposable
{
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private const int MostFound = 20;

    private static readonly string[] Phases = [PhaseNames.CallForTopics, PhaseNames.OffersAndWishes, PhaseNames.Review, PhaseNames.Confirmation, PhaseNames.Sessions, PhaseNames.Sessions, PhaseNames.Feedback, PhaseNames.Retention];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly AttackedProgramme programme;
    private readonly Uri host;
    private readonly Chance chance;
    private readonly Dictionary<int, int> statuses = [];
    private readonly List<string> found = [];
    private readonly ActivityListener steps;
    private int failedSteps;
    private string key;

    private FuzzRun(AttackedProgramme programme, Chance chance)
    {
        (this.programme, this.chance, host, key) = (programme, chance, new Uri(programme.Rehearsal.App.Urls.First()), programme.Rehearsal.ManagerKey);
        var cohort = programme.Rehearsal.Cohort.Value;
        steps = new()
        {
            ShouldListenTo = source => source.Name == StepTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = step => failedSteps += step.Status is ActivityStatusCode.Error && step.GetTagItem(StepTelemetry.CohortTag) as string == cohort ? 1 : 0,
        };
        ActivitySource.AddActivityListener(steps);
    }

    /// <param name="seed">Draws everything.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FuzzResult> Play(int seed, int inputs, CancellationToken cancel)
    {
        var chance = new Chance((ulong)(uint)seed * 104729);
        await using var programme = await AttackedProgramme.Begin(AttackPlan.Made(chance.Between(4, 7), seed), new SimulatedBehaviour(), cancel);
        await programme.RunUntil(chance.Pick(Phases), cancel);
        for (var turns = chance.Below(6); turns > 0; turns--)
        {
            await programme.Rehearsal.Time.TurnToNext(null, cancel);
        }

        using var run = new FuzzRun(programme, chance);
        await run.Throw(inputs, cancel);
        return new(inputs, run.statuses, run.found);
    }

    public void Dispose()
    {
        steps.Dispose();
        http.Dispose();
    }

    private async Task Throw(int inputs, CancellationToken cancel)
    {
        var targets = await FuzzTargets.Find(programme, cancel);
        var drawn = new FuzzInputs(targets, chance) { Key = key };
        var mails = programme.Mailbox.All();
        for (var number = 0; number < inputs && found.Count < MostFound; number++)
        {
            if (number % 10 == 9)
            {
                Reply(mails);
                continue;
            }

            var input = await drawn.Draw(page => Read(page, cancel));
            if (await Send(input, cancel) is { } wrong)
            {
                found.Add($"{wrong}: {input}");
            }

            if (number % 50 == 49)
            {
                drawn.Key = await GoOn(cancel);
            }
        }

        await GoOn(cancel);

        await ReadAll(targets, cancel);
        await Turn(TimeSpan.FromDays(2), cancel);
        await ReadAll(targets, cancel);
    }

    /// <summary>Whoever tried too often is let in again, what was taken goes on its way, and a key that was revoked is made anew.</summary>
    private async Task<string> GoOn(CancellationToken cancel)
    {
        await Turn(TimeSpan.FromMinutes(6), cancel);
        using var request = new FuzzedInput("GET", "/api/cohorts") { Headers = [("Authorization", "Bearer " + key)] }.ToRequest(host)!;
        using var answer = await http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? key : key = await programme.Rehearsal.Services.GetRequiredService<ManagerKeys>().Create($"fuzz-{statuses.Values.Sum()}", cancel);
    }

    /// <summary>All that can be read is still there to be read.</summary>
    private async Task ReadAll(FuzzTargets targets, CancellationToken cancel)
    {
        foreach (var page in targets.Pages.Where(_ => found.Count < MostFound).ToArray())
        {
            if (await Send(new("GET", page) { Headers = [("Authorization", "Bearer " + key)] }, cancel) is { } wrong)
            {
                found.Add($"{wrong}, after all that was taken: GET {page}");
            }
        }
    }

    private async Task Turn(TimeSpan by, CancellationToken cancel)
    {
        var (before, watch) = (failedSteps, Stopwatch.StartNew());
        await programme.Rehearsal.Time.TurnTo(programme.Rehearsal.Time.Now + by, cancel);
        if (failedSteps > before && found.Count < MostFound)
        {
            found.Add($"a step failed at {programme.Rehearsal.Time.Now:u}");
        }

        if (watch.Elapsed > 10 * Slow)
        {
            found.Add($"steps took {watch.Elapsed.TotalSeconds:F1} s at {programme.Rehearsal.Time.Now:u}");
        }
    }

    /// <summary>An answer of somebody's calendar program, as it comes to the programme's mailbox.</summary>
    private void Reply(IReadOnlyList<ReceivedMail> mails)
    {
        var invited = mails.Where(mail => mail.Calendar is not null).ToArray();
        var uid = invited.Length > 0 ? Uids().Match(chance.Pick(invited).Calendar!).Groups[1].Value : "odd";
        var reply = OddCalendars.Reply(uid, invited.Length > 0 ? chance.Pick(invited).ToAddress : "a@example.org", chance);
        var watch = Stopwatch.StartNew();
        try
        {
            programme.Rehearsal.Services.GetRequiredService<SimulatedInbox>().Receive(reply);
            Core.Scheduling.Ical.ReplyFile.Parse(reply);
        }
        catch (Exception failure)
        {
            found.Add($"a calendar's answer: {failure.GetType().Name}: {reply}");
        }

        if (watch.Elapsed > Slow)
        {
            found.Add($"a calendar's answer took {watch.Elapsed.TotalSeconds:F1} s: {reply}");
        }
    }

    private async Task<string> Read(string page, CancellationToken cancel)
    {
        using var request = new FuzzedInput("GET", page) { Headers = [("Authorization", "Bearer " + key)] }.ToRequest(host);
        using var answer = request is null ? null : await http.SendAsync(request, cancel);
        return answer is null ? "" : await answer.Content.ReadAsStringAsync(cancel);
    }

    /// <returns>What is wrong with its answer; null: nothing.</returns>
    private async Task<string?> Send(FuzzedInput input, CancellationToken cancel)
    {
        // A machine that is busy is slow now and then; what hangs is slow each time.
        for (var tries = 1; ; tries++)
        {
            var (wrong, took) = await SendOnce(input, cancel);
            if (wrong is not null || took < Slow)
            {
                return wrong;
            }

            if (tries == 3)
            {
                return $"took {took.TotalSeconds:F1} s";
            }
        }
    }

    private async Task<(string? Wrong, TimeSpan Took)> SendOnce(FuzzedInput input, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var request = input.ToRequest(host);
            if (request is null)
            {
                return (null, TimeSpan.Zero);
            }

            using var answer = await http.SendAsync(request, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            return (status >= 500 ? $"answered {status}" : Traces().IsMatch(body) ? "showed a stack trace" : null, watch.Elapsed);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded)
        {
            // Kestrel closes the line where a head is past mending; it says 400 where it still can.
            return (null, watch.Elapsed);
        }
        catch (Exception unsendable) when (unsendable is HttpRequestException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException && !cancel.IsCancellationRequested)
        {
            return (null, TimeSpan.Zero);
        }
        catch (Exception late) when (late is TaskCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            // In the middle of a body, time that is up is a line that breaks.
            return ($"no answer within {http.Timeout.TotalSeconds} s", watch.Elapsed);
        }
    }

    [GeneratedRegex(@"^\s+at (ReverseMentoring|System|Microsoft)\.", RegexOptions.Multiline)]
    private static partial Regex Traces();

    [GeneratedRegex(@"UID:(\S+)")]
    private static partial Regex Uids();
}
