using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>What goes on now and what comes next and when, in a sentence or two.</summary>
internal static class NextUp
{
    public static string Sentence(OverviewViewModel model)
    {
        var context = model.Context;
        if (context.State.Status is CycleStatus.Paused)
        {
            return context.Say("Next.paused", ("phase", PhaseTexts.NameOf(context, context.State.Phase)), ("since", context.Localizer.Day(context.State.PausedAt ?? context.State.EnteredAt)));
        }

        var ends = model.Schedule.Ends;
        var until = ends is { } end ? context.Localizer.Day(end.AddMinutes(-1)) : "";
        return context.State switch
        {
            { Status: CycleStatus.Cancelled } => context.Say("Next.cancelled", ("until", until)),
            { Phase: PhaseNames.Review } when ends is null => context.Say("Next.review-waits"),
            { Phase: PhaseNames.Preparation } => context.Say("Next.preparation", ("when", ends is { } first ? context.Localizer.When(first) : "")),
            { Phase: PhaseNames.CallForTopics } when model.Schedule.AskedUntil is { } asked =>
                context.Say("Next.call-for-topics.Look", ("until", context.Localizer.Day(asked.AddMinutes(-1))), ("look", until)),
            { Phase: PhaseNames.CallForTopics, AnsweredAt: not null } when model.Schedule.AreMoreAsked => context.Say("Next.call-for-topics.More", ("until", until)),
            { Phase: PhaseNames.CallForTopics, AnsweredAt: not null } => context.Say("Next.call-for-topics.Looking", ("until", until)),
            { Phase: PhaseNames.Sessions } when model.IsPast => context.Say("Next.sessions.Over", ("until", until)),
            var state => string.Join(' ', new[] { context.Say($"Next.{state.Phase}", ("until", until)), Why(model) }.OfType<string>()),
        };
    }

    /// <summary>Why the end of the sessions is another than planned, or is not sure yet; null: there is nothing to say.</summary>
    private static string? Why(OverviewViewModel model)
    {
        var context = model.Context;
        return model.Late is { } late
            ? context.Count("Next.sessions.Late", late.Count, ("began", context.Localizer.Day(late.Began)), ("others", context.Localizer.Day(late.Others)))
            : model.Proposed is { } proposed && model.Schedule.Ends > proposed.Booked
                ? context.Count("Next.sessions.Proposed", proposed.Count, ("booked", context.Localizer.Day(proposed.Booked)))
            : model.IsUnplanned ? context.Say("Next.sessions.Unplanned") : null;
    }
}
