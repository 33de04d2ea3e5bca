using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>What goes on now and what comes next and when, in a sentence or two.</summary>
internal static class NextUp
{
    public static string Sentence(Sight sight)
    {
        var desk = sight.Desk;
        if (desk.State.Status is CycleStatus.Paused)
        {
            return desk.Say("Next.paused", ("phase", Phase.NameOf(desk, desk.State.Phase)), ("since", desk.Voice.Day(desk.State.PausedAt ?? desk.State.EnteredAt)));
        }

        var ends = sight.Schedule.Ends;
        var until = ends is { } end ? desk.Voice.Day(end.AddMinutes(-1)) : "";
        return desk.State switch
        {
            { Status: CycleStatus.Cancelled } => desk.Say("Next.cancelled", ("until", until)),
            { Phase: PhaseNames.Review } when ends is null => desk.Say("Next.review-waits"),
            { Phase: PhaseNames.Preparation } => desk.Say("Next.preparation", ("when", ends is { } first ? desk.Voice.When(first) : "")),
            var state => desk.Say($"Next.{state.Phase}", ("until", until)),
        };
    }
}
