using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Surveys;

/// <summary>What a cohort asks its people, in order.</summary>
public sealed record Questionnaire(IReadOnlyList<SurveyItem> Items)
{
    /// <summary>The usual questions but for those that are left out, in our words or the company's; its own behind those about the same.</summary>
    public static Questionnaire Of(QuestionRules rules) => new(
    [
        .. StandardItems.All.Where(item => !rules.LeftOut.Contains(item.Slug)).Select(item => rules.Reworded.FirstOrDefault(one => one.Slug == item.Slug)?.In(item) ?? item).Concat(rules.Own.Select(own => own.Item)).DistinctBy(item => item.Id)
            .OrderBy(item => item.Promise),
    ]);

    /// <summary>What somebody is asked at a moment.</summary>
    public IReadOnlyList<SurveyItem> For(Role role, SurveyMoment moment) => [.. Items.Where(item => item.IsFor(role) && item.Moments.Contains(moment))];

    /// <summary>Of these, what they are asked to look back at, at the end.</summary>
    public IReadOnlyList<SurveyItem> LookingBack(Role role) => [.. For(role, SurveyMoment.End).Where(item => item.LooksBack)];
}
