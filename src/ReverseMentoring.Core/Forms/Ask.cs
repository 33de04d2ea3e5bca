using ReverseMentoring.Core.Cohorts;

namespace ReverseMentoring.Core.Forms;

/// <summary>What somebody was asked: a form, for a phase or a pair, and its number where there are several (sessions).</summary>
/// <param name="Scope">A phase's name, or a pair's or circle's id.</param>
public readonly record struct AskId(string Scope, FormKind Form, int Number, string Person)
{
    public string AskKey => Rows.Ask + Tail;

    public string AnswerKey => Rows.Answer + Tail;

    private string Tail => $"{Scope}.{Slug(Form)}-{Number}.{Person}";

    /// <summary>What everybody is asked in the phases of a cohort.</summary>
    public static IReadOnlyList<AskId> InPhases(string person) =>
    [
        new(Cycle.PhaseNames.CallForTopics, FormKind.Topics, 0, person), new(Cycle.PhaseNames.OffersAndWishes, FormKind.Offers, 0, person),
        new(Cycle.PhaseNames.Feedback, FormKind.Feedback, 0, person),
    ];

    public static string AsksOf(string scope) => $"{Rows.Ask}{scope}.";

    public static string AnswersOf(string scope) => $"{Rows.Answer}{scope}.";

    /// <summary>Reads an id back from the key of an ask or an answer.</summary>
    public static AskId Parse(string key)
    {
        var parts = key.Split('.');
        var dash = parts[2].LastIndexOf('-');
        return new(
            parts[1],
            Enum.Parse<FormKind>(parts[2][..dash], ignoreCase: true),
            int.Parse(parts[2].AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture),
            parts[3]);
    }

    private static string Slug(FormKind form) => form.ToString().ToLowerInvariant();
}

/// <summary>A question that is open: the row goes in the same write that stores its answer.</summary>
public sealed record Ask
{
    public required AskId Id { get; init; }

    /// <summary>When the mail with the link went out; null while it waits for its turn.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Asked of a newcomer after the others' phase was over.</summary>
    public bool Late { get; init; }
}

/// <summary>What came back. The last answer stands.</summary>
public sealed record Answer<T>(DateTimeOffset At, T Value)
{
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often the form was sent.</summary>
    public int Times { get; init; } = 1;
}
