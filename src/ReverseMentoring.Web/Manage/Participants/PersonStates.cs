using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>Where somebody stands, in words.</summary>
internal static class PersonStates
{
    public static string NameOf(CohortContext context, PersonState state) => context.Say(state switch
    {
        PersonState.Invited when context.State.Phase is PhaseNames.Preparation => "State.ToBeInvited",
        PersonState.Waiting when PhaseCatalogue.IsBefore(PhaseNames.Sessions, context.State.Phase) => "State.Without",
        _ => $"State.{state}",
    });

    public static Tone MoodOf(PersonState state) => state switch
    {
        PersonState.InPair or PersonState.Completed => Tone.Good,
        PersonState.Waiting => Tone.Careful,
        _ => Tone.Plain,
    };
}
