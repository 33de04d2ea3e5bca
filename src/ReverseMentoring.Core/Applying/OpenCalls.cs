using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Applying;

/// <summary>When people can come by themselves, and whether there is room.</summary>
public static class OpenCalls
{
    /// <summary>Whether somebody can come now.</summary>
    public static bool IsOpen(Cohort cohort, CycleState state, DateTimeOffset now) =>
        cohort.Settings.OpenCall is not null && state.Status is CycleStatus.Running && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Matching) && now < EndOf(cohort, state);

    /// <summary>Whether those who wait can still be admitted.</summary>
    public static bool Admits(Cohort cohort, CycleState state) =>
        cohort.Settings.OpenCall is not null && state.Status is CycleStatus.Running or CycleStatus.Paused && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Matching);

    /// <summary>The end of its last day: the one that HR has named, else the last on which topics are called for, whenever that began or ended.</summary>
    public static DateTimeOffset EndOf(Cohort cohort, CycleState state)
    {
        if (cohort.Settings.OpenCall?.Until is { } day)
        {
            return cohort.Zone.EndOf(day);
        }

        var days = cohort.Settings.Phases.CallForTopics;
        return state.Past.LastOrDefault(past => past.Name == PhaseNames.CallForTopics) is { } over ? over.ClosedAt
            : state.Phase == PhaseNames.CallForTopics ? cohort.EndOfDay(state.OpenedAt ?? state.EnteredAt, days + state.ExtraDays)
            : cohort.EndOfDay(cohort.Zone.At(cohort.Days.OnOrAfter(cohort.Settings.Start), WorkingDays.Morning), days);
    }

    /// <summary>How many more of a role there is room for; null: for as many as come.</summary>
    public static int? RoomFor(OpenCall call, Role role, IEnumerable<Person> people)
    {
        var places = role is Role.Mentor ? call.MentorPlaces : call.MenteePlaces;
        return places is { } most ? Math.Max(0, most - people.Count(person => person.IsActive && person.Role == role)) : null;
    }
}
