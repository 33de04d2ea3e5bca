using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What came of the draw of who begins and who waits, in words.</summary>
internal static class DrawTexts
{
    public static string Say(ManagerContext context, NoDraw? whyNot, Role side, int wanted, int places, int waiting) => whyNot is { } why
        ? context.Say($"Draw.{why}")
        : Say(context, "Draw.Drawn", side, wanted, places, waiting);

    public static string Say(ManagerContext context, string key, Role side, int wanted, int places, int waiting) => context.Say(
        key, ("side", context.Say(side is Role.Mentor ? "Role.Mentors" : "Role.Mentees")), ("wanted", context.Number(wanted)), ("places", context.Number(places)), ("waiting", context.Number(waiting)));
}
