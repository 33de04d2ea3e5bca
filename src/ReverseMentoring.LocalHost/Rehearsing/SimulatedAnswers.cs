using System.Globalization;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

using Posted = IReadOnlyList<KeyValuePair<string, string>>;

/// <summary>What simulated people write into each form. Who they are is in the occasion: the same person answers the same way.</summary>
internal static class SimulatedAnswers
{
    private static readonly string[] Expectations =
    [
        "To look at our work with somebody else's eyes, and to be asked questions I would not ask myself.",
        "Honest answers, and that we both prepare a little for each session.",
        "To try things out together instead of talking about them.",
        "To understand what really matters to the other, and to take one thing home each time.",
    ];

    private static readonly string[] HalfWay =
    [
        "We laugh a lot, and I still learn something every time.",
        "I would like to prepare less and try out more.",
        "Fifty minutes are short. Sometimes we go on by chat.",
        "It took two sessions until we were honest with each other. Now it is worth it.",
    ];

    private static readonly string[] InTheEnd =
    [
        "I ask other questions in meetings than I did before.",
        "Please go on with this, and begin earlier in the year.",
        "The best thing was to be taken seriously.",
        "I would have liked more topics from our everyday work.",
        "We will meet again, programme or not.",
    ];

    /// <summary>Nobody came to the session.</summary>
    public static KeyValuePair<string, string> NotMet { get; } = new("met", "no");

    private static readonly string[] Recommended =
        ["The course on asking questions in our own academy", "Our handbook of the service desk, chapter 3", "The first week of the data literacy course", "The film about the night shift"];

    private static readonly string[] Tries =
    [
        "I will ask the youngest in the room first.",
        "I will say what I do not know.",
        "I will leave my door open on Thursday afternoons.",
        "I will let somebody from the team present the figures.",
        "I will write my decisions down with the reasons for them.",
    ];

    /// <returns>Null: this person leaves the form alone.</returns>
    public static Posted? To(PageForm form, SimulatedTask simulatedTask, SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour)
    {
        var fill = new Fill(form, simulatedTask, seededRandom, simulatedBehaviour);
        return form.Kind.Replace("-", "", StringComparison.Ordinal) switch
        {
            "topics" => fill.Topics(),
            "offers" => fill.Offers(),
            "confirmation" => fill.Confirmation(),
            "expectations" => [new("text", fill.Words("expectations", false, Expectations, "expects"))],
            "pulse" => fill.Pulse(),
            "halftime" => [new("going-well", fill.Grade("going-well", 4)), .. fill.Items(simulatedBehaviour.Effect / 2), .. fill.Comment("halftime", HalfWay)],
            "feedback" => fill.HasMet
                ? [.. fill.Items(simulatedBehaviour.Effect), .. fill.GoesOn(), .. fill.Material(), .. fill.Comment("feedback", InTheEnd)]
                : [.. fill.Items(0)],
            "reschedule" => form.Values("time") is [var first, ..] ? [new("time", first)] : null,
            "cancel" => [new("time", seededRandom.Pick(form.Values("time"), simulatedTask.MailId, "time"))],
            "ownact" => [new("sure", "true")],
            "rhythm" => [new("rhythm", "go-on")],
            _ => null,
        };
    }

    /// <summary>Would leave: the first step on the page, and the tick of the second. What comes of it is a mail.</summary>
    public static Posted? Leaving(PageForm form) =>
        form.Kind == "leave" ? [new("do", "leave"), new("step", "2"), new("sure", "true")] : null;

    private sealed class Fill(PageForm form, SimulatedTask simulatedTask, SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour)
    {
        /// <summary>Steps of a sentence that is more or less true.</summary>
        private const int Agreement = 5;

        private const double LooksBackWorse = -0.4;

        /// <summary>Where it is not asked any more it says nothing.</summary>
        private static KeyValuePair<string, string> Read => new("notice", "true");

        /// <summary>Who met nobody is asked for no words: what they answer has not moved by what they had no part in.</summary>
        public bool HasMet => form.Inputs.Any(input => input.Name == "material");

        public Posted Topics()
        {
            var picked = Some(form.Values("picked"), 3, "picks").Select(topic => KeyValuePair.Create("picked", topic));
            return seededRandom.Happens(0.25, simulatedTask.MailId, "proposes")
                ? [.. picked, new("own-1", seededRandom.Pick(SampleTopics.All, simulatedTask.MailId, "own")), Read]
                : [.. picked, Read];
        }

        /// <summary>Page by page, as the form is shown. Most find their languages and hours as they are known; the others say theirs.</summary>
        public Posted Offers() =>
        [
            .. form.Carried,
            .. Some(form.Values("offer"), 4, "offers").Select(topic => KeyValuePair.Create("offer", topic)),
            .. Some(form.Values("wish"), 4, "wishes").Select(topic => KeyValuePair.Create("wish", topic)),
            .. form.Names("offer.").Select(name => KeyValuePair.Create(name, Whole(1 + seededRandom.Below(3, simulatedTask.MailId, name)))),
            .. form.Names("wish.").OrderBy(name => seededRandom.Draw(simulatedTask.MailId, name)).Select((name, rank) => KeyValuePair.Create(name, Whole(rank + 1))),
            .. Asked("known", () => "true"),
            .. seededRandom.Happens(0.3, simulatedTask.MailId, "hours") ? Asked("hours", () => seededRandom.Pick(["early", "late"], simulatedTask.MailId, "which")) : [],
            .. form.Values("far").Where(edge => seededRandom.Happens(0.5, simulatedTask.MailId, edge)).Select(edge => KeyValuePair.Create("far", edge)),
            .. Asked("format", () => OneOf("format")),
            .. Items(0),
            .. Asked("rules", () => "true"),
            .. Asked("notice", () => "true"),
            new("intent", form.GoesOn ? "next" : "send"),
        ];

        private IEnumerable<KeyValuePair<string, string>> Asked(string name, Func<string> answer) =>
            form.Inputs.Any(input => input.Name == name && input.Type is not "hidden") ? [new(name, answer())] : [];

        public Posted Confirmation() =>
            [new("accept", seededRandom.Happens(simulatedBehaviour.Declines / 2, simulatedTask.MailId, "declines") ? "no" : "yes")];

        /// <summary>Whether they met is the same for both.</summary>
        public Posted Pulse() => seededRandom.Happens(simulatedBehaviour.Misses, simulatedTask.Occasion, "misses")
            ? [NotMet]
            : [new("met", "yes"), new("worth", Grade("worth", 4)), .. Tried()];

        /// <summary>Half of the leaders note something to try, half of them let it be shown; of three things mentors see two.</summary>
        private IEnumerable<KeyValuePair<string, string>> Tried()
        {
            if (form.Inputs.Any(input => input.Name == "try") && seededRandom.Happens(0.5, simulatedTask.MailId, "tries"))
            {
                yield return new("try", seededRandom.Pick(Tries, simulatedTask.MailId, "try"));
                if (seededRandom.Happens(0.5, simulatedTask.MailId, "shows"))
                {
                    yield return new("may-be-shown", "true");
                }
            }

            if (form.Values("seen").Count > 0)
            {
                yield return new("seen", seededRandom.Happens(2.0 / 3, simulatedTask.MailId, "sees") ? "yes" : "not-yet");
            }
        }

        /// <summary>The survey's questions: everybody has a place of their own on each, wavers around it, and moves by the effect that was planted.</summary>
        /// <param name="effect">In steps of five.</param>
        public IEnumerable<KeyValuePair<string, string>> Items(double effect) =>
        [
            .. form.Names("item.").Select(name => KeyValuePair.Create(name, form.Values(name).Count > Agreement ? Recommends(name) : Agrees(name, effect))),
            // Who looks back makes the start a little worse than it was.
            .. form.Names("then.").Select(name => KeyValuePair.Create(name, Agrees(name, LooksBackWorse))),
        ];

        private string Agrees(string name, double moved)
        {
            var question = name[name.IndexOf('.', StringComparison.Ordinal)..];
            return Whole(Opinion.Agrees(
                seededRandom.Draw(simulatedTask.Person, question), seededRandom.Draw(simulatedTask.MailId, name), seededRandom.Draw(simulatedTask.MailId, name + "-too"),
                moved - (simulatedBehaviour.Disappoints * simulatedTask.Missed)));
        }

        private string Recommends(string name) => Whole(Math.Clamp(6 + seededRandom.Below(5, simulatedTask.MailId, name), 0, 10));

        /// <summary>One of three knows something worth reading.</summary>
        public IEnumerable<KeyValuePair<string, string>> Material() =>
            seededRandom.Happens(1.0 / 3, simulatedTask.MailId, "recommends") ? [new("material", seededRandom.Pick(Recommended, simulatedTask.MailId, "material"))] : [];

        /// <summary>Two of three would go on with whom they met.</summary>
        public IEnumerable<KeyValuePair<string, string>> GoesOn() =>
            form.Values("go-on").Where(pair => seededRandom.Happens(2.0 / 3, simulatedTask.MailId, pair)).Select(pair => KeyValuePair.Create("go-on", pair));

        /// <summary>Every other has something to say, and most of them let it be shown.</summary>
        public Posted Comment(string form, IReadOnlyList<string> among)
        {
            if (!seededRandom.Happens(0.5, simulatedTask.MailId, "comments"))
            {
                return [];
            }

            var mayBeShown = seededRandom.Happens(0.8, simulatedTask.MailId, "shows");
            var comment = KeyValuePair.Create("comment", Words(form, mayBeShown, among, "comment"));
            return mayBeShown ? [comment, new("may-be-shown", "true")] : [comment];
        }

        public string Words(string form, bool mayBeShown, IReadOnlyList<string> among, string what) =>
            simulatedBehaviour.Words?.Invoke(simulatedTask.Person, form, mayBeShown) ?? seededRandom.Pick(among, simulatedTask.MailId, what);

        /// <summary>1 to 5, around what is usual.</summary>
        public string Grade(string question, int usual) =>
            Whole(Math.Clamp(usual + seededRandom.Below(4, simulatedTask.MailId, question) - 2, 1, 5));

        private string OneOf(string name) => seededRandom.Pick(form.Values(name), simulatedTask.MailId, name);

        /// <summary>Between one and so many, by chance, each at most once.</summary>
        private IEnumerable<string> Some(IReadOnlyList<string> among, int most, string what)
        {
            var count = Math.Min(among.Count, 1 + seededRandom.Below(most, simulatedTask.MailId, what));
            return among.OrderBy(one => seededRandom.Draw(simulatedTask.MailId, what + one)).Take(count);
        }

        private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
