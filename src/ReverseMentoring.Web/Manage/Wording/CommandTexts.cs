using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What a button of the cycle says that it does, wherever it stands.</summary>
internal static class CommandTexts
{
    /// <summary>Of a draw only where there is one.</summary>
    public static string Approve(CohortContext context)
    {
        var does = context.Say("Command.Approve.Does");
        return context.Cohort is { Settings.DrawnWaitingList: true, HasCircles: false } ? $"{does} {context.Say("Command.Approve.Drawn")}" : does;
    }
}
