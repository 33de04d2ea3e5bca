using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Look.Signs;

namespace ReverseMentoring.Web.Manage.Frame;

/// <summary>Phases in words.</summary>
internal static class Phase
{
    public static string NameOf(Desk desk, string phase) => desk.Say($"Phase.{phase}");

    public static string NameOf(Desk desk, CycleState state) => state.Status switch
    {
        CycleStatus.Running => NameOf(desk, state.Phase),
        CycleStatus.Paused => desk.Say("Status.paused", ("phase", NameOf(desk, state.Phase))),
        CycleStatus.Cancelled => desk.Say("Status.cancelled"),
        _ => NameOf(desk, PhaseNames.Erased),
    };

    public static Mood MoodOf(CycleState state) => state switch
    {
        { Status: CycleStatus.Paused } => Mood.Careful,
        { Status: CycleStatus.Cancelled } => Mood.Bad,
        { Phase: PhaseNames.Review } => Mood.Careful,
        { Phase: PhaseNames.Retention or PhaseNames.Erased } => Mood.Plain,
        _ => Mood.Good,
    };
}
