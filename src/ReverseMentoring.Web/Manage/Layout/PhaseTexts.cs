using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>Phases in words.</summary>
internal static class PhaseTexts
{
    public static string NameOf(ManagerContext context, string phase) => Texts.Shared.Text(context.Culture, $"Phase.{phase}");

    public static string NameOf(ManagerContext context, CycleState state) => state.Status switch
    {
        CycleStatus.Running => NameOf(context, state.Phase),
        CycleStatus.Paused => context.Say("Status.paused", ("phase", NameOf(context, state.Phase))),
        CycleStatus.Cancelled => context.Say("Status.cancelled"),
        _ => NameOf(context, PhaseNames.Erased),
    };

    public static Tone MoodOf(CycleState state) => state switch
    {
        { Status: CycleStatus.Paused } => Tone.Careful,
        { Status: CycleStatus.Cancelled } => Tone.Bad,
        { Phase: PhaseNames.Review } => Tone.Careful,
        { Phase: PhaseNames.Retention or PhaseNames.Erased } => Tone.Plain,
        _ => Tone.Good,
    };
}
