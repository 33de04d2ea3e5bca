using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether what a cohort's survey asks can be asked.</summary>
public sealed class QuestionsCheck(Findings findings)
{
    public void Check(QuestionRules rules)
    {
        for (var index = 0; index < rules.LeftOut.Count; index++)
        {
            CheckSlug($"questions.leftOut[{index}]", rules.LeftOut[index]);
        }

        for (var index = 0; index < rules.Reworded.Count; index++)
        {
            CheckSlug($"questions.reworded[{index}].slug", rules.Reworded[index].Slug);
            CheckTexts($"questions.reworded[{index}].texts", rules.Reworded[index].Texts);
            if (rules.Reworded.Take(index).Any(other => other.Slug == rules.Reworded[index].Slug))
            {
                findings.Error($"questions.reworded[{index}].slug", "This question is reworded twice.", "Give all its languages in one place.");
            }
        }

        for (var index = 0; index < rules.Own.Count; index++)
        {
            CheckTexts($"questions.own[{index}].texts", rules.Own[index].Texts);
        }

        foreach (var (role, count) in Sides(rules).Where(side => side.Count > QuestionRules.MostForOneSide))
        {
            findings.Error(
                "questions", role is Role.Mentor
                    ? $"Mentors would be asked {count} questions at once: more than people answer in two minutes."
                    : $"Mentees would be asked {count} questions at once: more than people answer in two minutes.",
                $"Ask at most {QuestionRules.MostForOneSide} at a time: leave out as many of the usual ones as you add.");
        }
    }

    private void CheckSlug(string where, string slug)
    {
        if (StandardItems.All.All(item => item.Slug != slug))
        {
            findings.Error(where, "There is no such question.", $"Name some of these: {string.Join(", ", StandardItems.All.Select(item => item.Slug))}.");
        }
    }

    private void CheckTexts(string where, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
        {
            findings.Error(where, "The question has no words.", "Give them in one language at least.");
        }

        foreach (var (language, text) in texts)
        {
            if (LanguageTags.Parse(language) != language)
            {
                findings.Error($"{where}.{language}", $"'{language}' is not a language tag.", LanguageTags.Mend);
            }
            else if (text.Trim().Length is < OwnItem.Shortest or > OwnItem.Longest || text.Any(char.IsControl))
            {
                findings.Error($"{where}.{language}", "The question is too short or too long, or has line breaks.", $"Use one line of {OwnItem.Shortest} to {OwnItem.Longest} characters.");
            }
        }
    }

    /// <summary>The most that each side is asked at one moment.</summary>
    private static IEnumerable<(Role Role, int Count)> Sides(QuestionRules rules)
    {
        var asked = Questionnaire.Of(rules with { Own = [.. rules.Own.Where(own => own.Texts.Count > 0)] });
        return from role in new[] { Role.Mentor, Role.Mentee }
               select (role, Enum.GetValues<SurveyMoment>().Max(moment => asked.For(role, moment).Count));
    }
}
