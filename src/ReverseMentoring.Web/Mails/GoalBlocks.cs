using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>Why the company does this, for a mail's place <c>[goal]</c>; where it has not said so, nothing.</summary>
internal static class GoalBlocks
{
    public const string Slot = "goal";

    public static IReadOnlyList<Block> For(MailContext context) => context.Cohort.Settings.Goal is { } goal
        ? [.. Lines(goal, context).Select(line => new Paragraph(line))]
        : [];

    private static IEnumerable<string> Lines(CohortGoal goal, MailContext context)
    {
        var culture = context.Localizer.Culture;
        return
        [
            $"{Texts.Shared.Text(culture, "Goal.Why")}{context.Localizer.Colon} {GoalTexts.Why(goal, culture)}",
            $"{Texts.Shared.Text(culture, "Goal.Different")}{context.Localizer.Colon} {GoalTexts.Different(goal, culture)}",
        ];
    }
}
