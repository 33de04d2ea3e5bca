using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

public enum PersonCommandKind
{
    /// <summary>No questions, no reminders and no sessions until a day.</summary>
    Pause,

    /// <summary>The pause is over now.</summary>
    Resume,

    /// <summary>A mail that failed goes once more.</summary>
    SendAgain,
}

/// <summary>What the manager asked for about one person or mail, stored before the cohort is woken.</summary>
/// <param name="Person">With pause and resume: a person's id.</param>
/// <param name="Last">With a pause: its last day, on the person's own calendar.</param>
/// <param name="Mail">With <see cref="PersonCommandKind.SendAgain"/>: the mail's name.</param>
public sealed record PersonCommand(PersonCommandKind Kind, PersonId? Person = null, DateOnly? Last = null, string? Mail = null)
{
    public const string Keys = Rows.Command + "person.";
}

/// <summary>Where managers say it.</summary>
public sealed class PersonService(IStore store, Wakes wakes, TimeProvider clock)
{
    /// <summary>A longer one is rather a farewell.</summary>
    public const int LongestPause = 184;

    public Task Pause(CohortId cohort, PersonId person, DateOnly last, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.Pause, person, last), cancel);

    public Task Resume(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.Resume, person), cancel);

    /// <summary>Asked for twice, it goes once: by then the mail has not failed any more.</summary>
    public Task SendAgain(CohortId cohort, string mail, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.SendAgain, Mail: mail), cancel);

    private async Task Give(CohortId cohort, PersonCommand command, CancellationToken cancel)
    {
        var key = $"{PersonCommand.Keys}{Names.Moment(clock.GetUtcNow())}.{Names.Digest($"command:{command}")}";
        await store.InsertMissing(Rows.Partition(cohort), [new(key, Documents.Write(command))], cancel);
        await wakes.Wake(ProcessId.OfCohort(cohort), cancel);
    }
}
