using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What came of the draw of who begins and who waits, in words; why there was none, where it was not made.</summary>
internal static class DrawTexts
{
    public static string Say(ManagerContext context, DrawFigures draw, string drawn = "Draw.Drawn") => draw.WhyNot is { } why ? context.Say($"Draw.{why}") : context.Say(
        drawn, ("side", context.Say(draw.Side is Role.Mentor ? "Role.Mentors" : "Role.Mentees")), ("waiting", context.Number(draw.Waiting)));
}
