using System.Globalization;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>What counts in the phase that a cohort is in.</summary>
internal sealed class OverviewFigures(CohortContext context, CohortGlance glance)
{
    public IEnumerable<Tile> Tiles()
    {
        var (standing, invitations) = (glance.Standing, glance.Asked);
        var (people, pairs) = (standing.People, standing.Meetings);
        yield return new(
            context.Say("Tile.TakingPart"), N(people.Active),
            Note: context.Say(
                people.Active < people.All ? "Tile.PeopleNoLonger" : "Tile.PeopleNote",
                ("mentors", N(people.ActiveMentors)), ("mentees", N(people.ActiveMentees)), ("count", N(people.States[PersonState.NoLonger]))),
            Href: context.Address(ManagerRoutes.People));
        if (standing.HasMatched)
        {
            yield return context.State.Phase is PhaseNames.Confirmation
                ? new(context.Say("Tile.Confirmed"), N(pairs.Statuses[MeetingStatus.Running]), N(pairs.Current), context.Say("Tile.See"), context.Address(ManagerRoutes.Pairs))
                : new(context.Say("Tile.Pairs"), N(context.PairsOf(standing)), Note: context.ProposedBeside(standing) ?? context.Say("Tile.See"), Href: context.Address(ManagerRoutes.Pairs));
            yield return new(
                context.Say("Tile.Unmatched"), N(standing.Without), Note: standing.Without > 0 ? context.Say("Tile.Why") : null,
                Href: context.Address(ManagerRoutes.Unmatched), Tone: standing.Without > 0 ? Tone.Careful : Tone.Good);
        }

        if (context.HasReached(PhaseNames.Sessions) && standing.MayCountSessions(context.Cohort))
        {
            yield return new(
                context.Say("Tile.Over"), N(standing.SessionsAt(context.Now)[SessionStanding.Over]), N(standing.Sessions.Planned),
                SessionCountTexts.Beside(context, standing.Sessions, "Tile.OverNote"), context.Address(ManagerRoutes.Sessions));
        }

        if (invitations.All > 0)
        {
            yield return new(
                context.Say("Tile.Invitations"), N(invitations.All - invitations.Unsent), N(invitations.All),
                invitations.Unsent > 0 ? context.Count("Tile.Queued", invitations.Unsent) : null);
        }
    }

    private string N(int number) => number.ToString("N0", context.Culture);
}
