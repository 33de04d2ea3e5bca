using System.Globalization;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Web.Localization;

/// <summary>A cohort's goal in the reader's language; what the company has written itself stays as it is.</summary>
public static class GoalTexts
{
    public static string Why(CohortGoal goal, CultureInfo culture) => goal.Why ?? Chosen(goal, "Why", culture);

    public static string Different(CohortGoal goal, CultureInfo culture) => goal.Different ?? Chosen(goal, "Different", culture);

    private static string Chosen(CohortGoal goal, string part, CultureInfo culture) => goal.Chosen is { } kind ? Texts.Shared.Text(culture, $"Goal.{kind}.{part}") : "";
}
