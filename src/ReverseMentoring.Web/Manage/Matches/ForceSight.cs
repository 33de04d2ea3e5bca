using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.People;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>Looking for one of the two: what was typed, who it may be, who it is.</summary>
public sealed record Wanted(Role Role, string Typed, PersonLine? Found, IReadOnlyList<PersonLine> Several);

/// <summary>What it would cost the others to have these two together.</summary>
public sealed record ForceSight(DeskAtCohort Desk, Wanted Mentor, Wanted Mentee, ForcingCost? Cost);

internal sealed class ForcePage(Reviews reviews)
{
    private const int MostShown = 8;

    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State is not { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            return Trouble.Page(desk, 409, "NotInReview");
        }

        var people = await desk.Rows.People();
        var (mentor, mentee) = (Find(desk, people, Role.Mentor, "mentor"), Find(desk, people, Role.Mentee, "mentee"));
        var cost = !desk.Cohort.HasCircles && mentor.Found is { } one && mentee.Found is { } other ? (await reviews.Of(desk)).Review.CostOfForcing(one.Id, other.Id) : null;
        return Outcome.Of<ForceView>(new ForceSight(desk, mentor, mentee, cost));
    }

    private static Wanted Find(DeskAtCohort desk, Snapshot<PersonLine> people, Role role, string name)
    {
        var typed = desk.Request.Query[name].ToString().Trim();
        if (people.ByKey.GetValueOrDefault(typed) is { } known && known.Role == role)
        {
            return new(role, known.Name, known, []);
        }

        var looked = PersonLine.Plain(typed);
        PersonLine[] found = looked.Length == 0
            ? []
            : [.. people.Items.Where(person => person.Active && person.Role == role && person.Search.Contains(looked, StringComparison.Ordinal)).Take(MostShown + 1)];
        return new(role, typed, found is [var only] ? only : null, found.Length > 1 ? [.. found.Take(MostShown)] : []);
    }
}
