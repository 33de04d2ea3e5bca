using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Programme;

/// <summary>Reads what a cohort's survey asks: as it was started, or as it was changed since.</summary>
public static class QuestionnaireReader
{
    public static async Task<QuestionRules> ReadQuestionRules(this IStore store, Cohort cohort, CancellationToken cancel = default) =>
        (await store.Read<QuestionRules>(Rows.Partition(cohort.Id), Rows.Questions, cancel))?.Value ?? cohort.Settings.Questions;

    public static async Task<Questionnaire> ReadQuestionnaire(this IStore store, Cohort cohort, CancellationToken cancel = default) =>
        Questionnaire.Of(await store.ReadQuestionRules(cohort, cancel));
}
