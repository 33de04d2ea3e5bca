using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Simulating.Faults;
using ReverseMentoring.LocalHost.Simulating.Planning;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Acting;

using Posted = IReadOnlyList<KeyValuePair<string, string>>;

/// <summary>
/// Participants: they read their mails, follow the links and send the forms; some twice at once, some at the last moment, some anew,
/// and some pause, part, leave or have themselves erased.
/// </summary>
internal sealed class Crowd(SimulationPlan plan, Surroundings around, LinkSigner links, IStore disk, Func<FrontRequest, Task<FrontAnswer>> send, Agenda agenda, ToldByUs told)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>So often somebody tries again whose page failed.</summary>
    private const int Tries = 6;

    private const double Twice = 0.05, Anew = 0.05, AtMidnight = 0.1, Odd = 0.02;

    private static readonly string[] OddWishes = ["erase", "links", "pause", "resume", "delegate", "part", "leave"];

    /// <summary>Forms that ask for nothing that is kept as an answer.</summary>
    private static readonly FormKind[] NoQuestions = [FormKind.Reschedule, FormKind.Participation, FormKind.Cancel, FormKind.Delegate, FormKind.OwnAct];

    private readonly SeededRandom random = new(plan.Seed);
    private readonly Chance chance = around.Chance.Apart();

    /// <summary>The manager has read that pairs wait for approval, and gives it at this moment.</summary>
    public event Action<CohortId, DateTimeOffset>? Approves;

    public void Receive(OutgoingMail letter)
    {
        foreach (var task in SimulatedTask.FromLetter(letter, links.Verify).Where(task => task.IsTaken(random, plan.Behaviour)))
        {
            var at = task.At(around.Clock.Now, random, plan.Behaviour);
            if (task.Kind is SimulatedTaskKind.Approve)
            {
                Approves?.Invoke(new(task.Cohort), at);
                continue;
            }

            Plan(chance.Happens(AtMidnight) ? new DateTimeOffset(at.Date.AddDays(1), TimeSpan.Zero) : at, task, 1);
            if (chance.Happens(Anew))
            {
                Plan(at + chance.Upto(TimeSpan.FromDays(2)), task, 1);
            }
        }

        if (letter is { About: { Person: not null, ToDelegate: false }, Cohort: { } cohort } && chance.Happens(Odd) && AddressesOf(letter) is [.., var wayOut])
        {
            var odd = chance.Pick(OddWishes);
            agenda.Add(around.Clock.Now + chance.Upto(TimeSpan.FromDays(5)), Wish(cohort, letter.About.Person.Value, wayOut, odd, 1));
        }
    }


    private static string[] AddressesOf(OutgoingMail letter) =>
        [.. letter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith(Front.Address.AbsoluteUri, StringComparison.Ordinal))];

    private void Plan(DateTimeOffset at, SimulatedTask task, int attempt)
    {
        if (attempt <= Tries)
        {
            agenda.Add(at, new($"{task.Kind} {task.MailId}", () => Visit(task, attempt), () => Plan(around.Clock.Now.AddMinutes(7 * attempt), task, attempt + 1)));
        }
    }

    private async Task Visit(SimulatedTask task, int attempt)
    {
        var answers = task switch
        {
            _ when task.WantsToLeave(random, plan.Behaviour) => await Post(task.Links[^1], "leave", SimulatedAnswers.Leaving),
            _ when task.Cancels(random, plan.Behaviour) => await Post(task.Links.Count > 2 ? task.Links[1] : task.Links[0], "cancel", Fill),
            { Kind: SimulatedTaskKind.Move } => await Post(task.Links[0], "reschedule", Fill),
            _ => await Post(task.Links[0], null, Fill),
        };
        if (answers.Exists(answer => answer.Status >= 500))
        {
            Plan(around.Clock.Now.AddMinutes(11 * attempt), task, attempt + 1);
        }

        Posted? Fill(PageForm form) => SimulatedAnswers.To(form, task, random, plan.Behaviour) is { } filled ? [.. filled, .. RatherNot(form, task)] : null;
    }

    /// <summary>One in five names somebody with whom they would rather not be.</summary>
    private IEnumerable<KeyValuePair<string, string>> RatherNot(PageForm form, SimulatedTask task) =>
        form.Values("rules").Count > 0 && random.Happens(0.2, task.Person, "rather not")
            ? [new("rather-not-1", $"person{random.Below(plan.People, task.Person, "whom")}@example.org")]
            : [];

    /// <summary>Opens the page and sends what is filled in, page after page; now and then twice, because nothing seemed to happen.</summary>
    private async Task<List<FrontAnswer>> Post(string address, string? wanted, Func<PageForm, Posted?> fill)
    {
        var path = new Uri(address).PathAndQuery;
        var page = await send(new("GET", path));
        if (page.Status != 200 || links.Verify(path.Split('/')[^1].Split('?')[0]) is not { } link || PageForm.Find(page.Body, wanted) is not { } form)
        {
            Expect(page, "GET", path);
            return [page];
        }

        List<FrontAnswer> answers = [page];
        for (PageForm? at = form; at is not null && fill(at) is { } values;)
        {
            answers = await Send(link, path, values);
            at = answers.Find(answer => answer.Status == 200) is { } shown ? at.FindNext(shown.Body) : null;
        }

        return answers;
    }

    private async Task<List<FrontAnswer>> Send(Link link, string path, Posted values)
    {
        var ask = NoQuestions.Contains(link.Form) ? null : told.AnswerOf(link.Cohort, link.Ask);
        var erased = await WhoIsErased(link);
        var sends = chance.Happens(Twice) ? 2 : 1;
        ask?.Unheard += sends;
        around.AreMany |= sends > 1;
        var sent = Enumerable.Range(0, sends).Select(_ => send(new("POST", path) { Content = Encoded(values), ContentType = FormType })).ToArray();
        var answers = await Task.WhenAll(sent);
        foreach (var answer in answers)
        {
            Expect(answer, "POST", path);
            if (ask is not null && answer.Status < 500)
            {
                ask.Unheard--;
                ask.Taken += answer.Status == 303 ? 1 : 0;
                await NoteRatherNot(ask, answer, values);
            }
        }

        if (erased is not null && Array.Exists(answers, answer => answer.Status == 200))
        {
            told.Erased.Add(new(link.Cohort, link.Person, erased.Name, erased.Email, around.Clock.Now));
        }

        return [.. answers];
    }

    /// <summary>Who is erased by what this link confirms; null: nobody.</summary>
    private async Task<Person?> WhoIsErased(Link link)
    {
        var partition = Rows.Partition(link.Cohort);
        if (link.Form is not FormKind.OwnAct || await disk.Read<OwnRequests>(partition, Rows.Own + link.Person) is not { Value.Act: { Kind: OwnActKind.Erase } act } || act.Number != link.Revision)
        {
            return null;
        }

        told.ErasureAsked.Add(link.Person);
        return (await disk.Read<Person>(partition, Rows.Person + link.Person))?.Value is { Email.Length: > 0 } person ? person : null;
    }

    private async Task NoteRatherNot(Submission sent, FrontAnswer answer, Posted values)
    {
        if (answer.Status == 303 && values.FirstOrDefault(value => value.Key == "rather-not-1").Value is { } address
            && (await new CohortView(disk, sent.Cohort).People()).Find(one => one.Email == address) is { } other)
        {
            told.RatherNot.Add((sent.Ask.Person, other.Id, around.Clock.Now));
        }
    }

    private Happening Wish(CohortId cohort, PersonId person, string wayOut, string what, int attempt)
    {
        return new($"{what} by {person}", Act, Again);

        void Again()
        {
            if (attempt <= Tries)
            {
                agenda.Add(around.Clock.Now.AddMinutes(9), Wish(cohort, person, wayOut, what, attempt + 1));
            }
        }

        async Task Act()
        {
            var path = new Uri(wayOut).PathAndQuery;
            var answer = await send(new("POST", path) { Content = Encoded(await FieldsOf(cohort, person, what)), ContentType = FormType });
            Expect(answer, "POST", path);
            if (answer.Status >= 500)
            {
                Again();
            }
        }
    }

    private async Task<Posted> FieldsOf(CohortId cohort, PersonId person, string what)
    {
        var meeting = (await new CohortView(disk, cohort).Meetings()).Find(one => one.Has(person))?.Id.Value ?? "none";
        var day = DateOnly.FromDateTime(around.Clock.Now.Date).AddDays(chance.Between(2, 12)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return what switch
        {
            "pause" => [new("do", "pause"), new("pause-last", day)],
            "resume" => [new("do", "pause"), new("intent", "resume"), new("back", "true")],
            "delegate" => [new("do", "delegate"), new("delegate", chance.Happens(0.7) ? $"assistant-of-{person}@example.org" : "")],
            "part" => [new("do", "part"), new("pair", meeting), new("step", "2"), new("sure", "true")],
            _ => [new("do", what), new("step", "2"), new("sure", "true")],
        };
    }

    /// <summary>A page that fails without a cause is remembered.</summary>
    private void Expect(FrontAnswer answer, string method, string path)
    {
        around.Trace.Note($"{method} form {answer.Status}");
        if (answer.Status >= 500)
        {
            told.Failures.Add($"{method} {path}: {answer.Status}");
        }
    }

    private static string Encoded(Posted values) =>
        string.Join('&', values.Select(value => $"{Uri.EscapeDataString(value.Key)}={Uri.EscapeDataString(value.Value)}"));
}
