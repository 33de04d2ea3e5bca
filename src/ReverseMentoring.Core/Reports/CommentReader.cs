using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>
/// Reads what people wrote in surveys, for the manager. While a survey runs its words appear by threes only, and the last
/// three to five when it is over.
/// </summary>
public sealed class CommentReader(IStore store, Cohort cohort, CycleState state)
{
    private readonly string partition = Rows.Partition(cohort.Id);

    public async Task<Comments> ReadComments(CancellationToken cancel = default)
    {
        var roles = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel)
            .ToDictionaryAsync(person => person.Value.Id, person => person.Value.Role, cancellationToken: cancel);
        var halfTime = await store.Query(partition, KeyRange.Prefix(AskId.MeetingAnswers), cancel)
            .Where(row => row.Value<AnswerReceipt>().Id.Form is FormKind.HalfTime)
            .Select(row => Said.Of<HalfTimeAnswer>(row, answer => answer.Comment)).ToListAsync(cancel);
        var feedback = await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(PhaseNames.Feedback)), cancel)
            .Select(row => Said.Of<FeedbackAnswer>(row, answer => answer.Comment)).ToListAsync(cancel);
        return new(Survey(halfTime, roles, PhaseNames.Sessions), Survey(feedback, roles, PhaseNames.Feedback));
    }

    private SurveyComments Survey(IReadOnlyCollection<Said> said, IReadOnlyDictionary<PersonId, Role> roles, string phase)
    {
        var isOver = PhaseCatalogue.IsBefore(phase, state.Phase);
        return new(Side(Role.Mentor), Side(Role.Mentee));

        SideComments Side(Role role) =>
            SideOf([.. said.Where(one => roles.GetValueOrDefault(one.Person) == role).Select(one => (one.At, one.Text))], isOver);
    }

    /// <param name="answers">Of one side, with null where nothing was written.</param>
    /// <param name="isOver">No more answers come.</param>
    public static SideComments SideOf(IReadOnlyCollection<(DateTimeOffset At, string? Text)> answers, bool isOver)
    {
        return new(
            answers.Count,
            [
                .. DisclosureControl.Publishable(answers, answer => answer.At, isOver).Select(answer => answer.Text?.Trim()).OfType<string>().Where(text => text.Length > 0)
                    .OrderBy(text => Names.Digest("comment:" + text), StringComparer.Ordinal),
            ]);
    }

    private sealed record Said(PersonId Person, DateTimeOffset At, string? Text)
    {
        public static Said Of<T>(Row row, Func<T, string?> text)
        {
            var answer = Documents.Parse<Answer<T>>(row.Body);
            return new(answer.Id.Person, answer.At, text(answer.Value));
        }
    }
}
