using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Asking;

/// <summary>What somebody was asked: a form, for a phase or a meeting.</summary>
/// <param name="Scope">A phase's name, or a pair's or circle's id.</param>
/// <param name="Number">Where the same is asked several times, which: a session's number, or how often it was asked. Else 0.</param>
/// <param name="Revision">Which of a session's times it is about; else 0.</param>
[KeptWhole]
public readonly record struct AskId(string Scope, FormKind Form, int Number, PersonId Person, int Revision = 0)
{
    /// <summary>Comes before the ids of meetings in keys: no phase has this name.</summary>
    private const string OfMeetings = "meeting.";

    /// <summary>Of the answers to all questions about pairs and circles.</summary>
    public const string MeetingAnswers = Rows.Answer + OfMeetings;

    /// <summary>Of all open questions about pairs and circles.</summary>
    public const string MeetingAsks = Rows.Ask + OfMeetings;

    public bool IsOfPhase => IsPhase(Scope);

    public string AskKey => AsksOf(Scope) + Tail;

    public string AnswerKey => AnswersOf(Scope) + Tail;

    private string Tail => $"{Form.Slug()}-{Number}-{Revision}.{Person}";

    /// <summary>What everybody is asked in the phases of a cohort.</summary>
    public static IReadOnlyList<AskId> InPhases(PersonId person) => [.. FormCatalogue.OfPhases.Select(asked => new AskId(asked.Phase, asked.Form, 0, person))];

    /// <summary>What somebody says who leaves, parts early or found nobody: it waits on their own page, and there is no question that is open.</summary>
    public static AskId Parting(PersonId person) => new(PhaseNames.Sessions, FormKind.Participation, 0, person);

    /// <summary>All that somebody may answer outside their pairs and circles.</summary>
    public static IReadOnlyList<AskId> AllOf(PersonId person) => [.. InPhases(person), Parting(person)];

    public static string AsksOf(string scope) => $"{Rows.Ask}{Part(scope)}.";

    public static string AnswersOf(string scope) => $"{Rows.Answer}{Part(scope)}.";

    private static string Part(string scope) => IsPhase(scope) ? scope : OfMeetings + scope;

    private static bool IsPhase(string scope) => Programme.PhaseCatalogue.Has(scope);
}

/// <summary>A question that is open: the row goes in the same write that stores its answer.</summary>
[Kept(Rows.Ask, KeptFor.Mails, ReadBy.Oneself, KeptUntil.Answered)]
public sealed record Ask
{
    public required AskId Id { get; init; }

    /// <summary>When the mail with the link went out; null while it waits for its turn.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Until when it can be answered, as the latest reminder was to say; null: there was none.</summary>
    public DateTimeOffset? ToldEnd { get; init; }

    /// <summary>There is more time than an earlier reminder had said, and the latest is to say so.</summary>
    public bool HasMoreTime { get; init; }

    /// <summary>Can be answered after the others' phase is over: by a newcomer, and by somebody who is told that they have no partner because it was not.</summary>
    public bool Late { get; init; }
}

/// <summary>What came back. The last answer stands.</summary>
[Kept(Rows.Answer, KeptFor.Mails, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record Answer<T>(AskId Id, DateTimeOffset At, T Value)
{
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often the form was sent.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The browser that it came from, by what was drawn for it; null: it is not asked of this question.</summary>
    public string? Browser { get; init; }
}

/// <summary>That something came back, and not what: the same row, read without looking at the answer.</summary>
public sealed record AnswerReceipt(AskId Id, DateTimeOffset At)
{
    public DateTimeOffset? AskedAt { get; init; }
}
