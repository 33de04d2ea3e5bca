using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Codes of rules, in a sentence.</summary>
public sealed record RuleList(IReadOnlyList<string> Codes)
{
    public override string ToString() => string.Join(", ", Codes);
}

/// <summary>A column of the list, which pages call by its name there.</summary>
public sealed record ListColumn(string Name)
{
    public override string ToString() => Name;
}

/// <summary>What does not stand in the way of a start, but the manager may want to know before people do.</summary>
internal static class PlanWarnings
{
    /// <summary>People named one by one; of more than these only the number is told.</summary>
    private const int MostNamed = 50;

    /// <summary>Pairs of zones told one by one.</summary>
    private const int MostZones = 5;

    private const string Invite = "Invite more people, or start knowing that; the threshold is never lowered.";

    /// <summary>Below so many on a side, one who leaves is felt by all.</summary>
    private const int Few = 3;

    public static void Add(CohortPlan plan, Findings findings)
    {
        var participants = plan.Roster.Where(entry => entry.TakesPart).ToArray();
        DateWarnings.Add(plan, findings);
        if (plan.Settings.OpenCall is null)
        {
            Sides(plan, findings);
        }

        Reminders(plan, findings);
        Untold(plan.Settings.Notice, findings);
        if (plan.Settings.OpenCall is null)
        {
            Shown(plan, findings);
        }

        Apart(plan, findings);
        NobodyEligible(plan, participants.ToDictionary(entry => entry.Email), findings);
        Missing(participants.Where(entry => entry.Level is null), "level", "they count as level 0", "Fill in the column, so that leaders are paired with juniors only.", findings);
        Missing(participants.Where(entry => entry.Zone is null), "timeZone", $"they count as being in {plan.Settings.TimeZone}", "Fill in the column where that is wrong.", findings);
        Missing(
            participants.Where(entry => entry.ManagerEmail is null && entry.Role is Role.Mentor), "managerEmail",
            "whom these mentors report to is not known and can't be respected", "Fill in the column.", findings);
    }

    /// <summary>What the law wants people to be told, and only the company knows.</summary>
    private static void Untold(DataNotice notice, Findings findings)
    {
        if (notice.Responsible is null)
        {
            findings.Warn("notice.responsible", "People are not told who is responsible for their data.", "Give the company's name and address.");
        }

        if (notice.Basis is null)
        {
            findings.Warn("notice.basis", "People are not told on which legal basis their data is used.", "Give it in a sentence, as your data protection officer words it.");
        }

        if (notice.Officer is null)
        {
            findings.Warn("notice.officer", "People are not told whom to ask about their data.", "Give name and address of the data protection officer.");
        }
    }

    /// <summary>A phase is asked about from its first day on: a reminder that lies before that never goes.</summary>
    private static void Reminders(CohortPlan plan, Findings findings)
    {
        var phases = plan.Settings.Phases;
        int[] asked = [phases.CallForTopics, phases.OffersAndWishes, phases.Feedback, .. plan.Settings.Matching.Circles is null ? new[] { phases.Confirmation } : []];
        var longest = asked.Max();
        foreach (var days in plan.Settings.Reminders.Where(days => days >= longest))
        {
            findings.Warn("reminders", $"A reminder {days} days before the deadline never goes: nothing is asked for longer than {longest} days.", "Name fewer days, or let phases be longer.");
        }
    }

    private static void Sides(CohortPlan plan, Findings findings)
    {
        var (mentors, mentees) = (plan.Places(Role.Mentor), plan.Places(Role.Mentee));
        if (plan.Mentors < Few || plan.Mentees < Few)
        {
            findings.Warn("people", $"There are {plan.Mentors} mentors and {plan.Mentees} mentees: few to choose from.", "Invite more people if you can.");
        }

        if (plan.Settings.DrawnWaitingList || plan.Settings.Matching.Circles is not null)
        {
            // More who want in than there are places is what the draw is for; in a circle nobody has places for others.
            return;
        }

        if (mentors < mentees)
        {
            findings.Warn("people", $"Mentors have {mentors} places, mentees want {mentees}: at least {mentees - mentors} will be without.", "Invite more mentors, or let some have two partners.");
        }
        else if (mentees < mentors)
        {
            findings.Warn("people", $"Mentors have {mentors} places, mentees want {mentees}: at least {mentors - mentees} places stay empty.", "Invite more mentees, or let some have two partners.");
        }
    }

    /// <summary>What so few people can't be shown of their answers, said before anybody is asked.</summary>
    private static void Shown(CohortPlan plan, Findings findings)
    {
        var least = Math.Max(plan.Settings.MinimumGroup, GroupSizes.Least);
        var promoters = Math.Max(least, GroupSizes.NetPromoter);
        if (plan.Mentors + plan.Mentees < least)
        {
            findings.Warn(
                "minimumGroup", $"With {plan.Mentors + plan.Mentees} people no figure and no comment of what they say will be shown: each is of at least {least} people who answered.",
                Invite);
            return;
        }

        if (plan.Mentors < least || plan.Mentees < least)
        {
            findings.Warn(
                "minimumGroup", $"With {plan.Mentors} mentors and {plan.Mentees} mentees figures of what people say will be shown at most for both sides together: for each side it takes at least {least} people who answered.",
                Invite);
        }

        if (plan.Mentors + plan.Mentees < promoters)
        {
            findings.Warn(
                "minimumGroup", $"With {plan.Mentors + plan.Mentees} people no net promoter score will be shown: it takes at least {promoters} people who answered.", Invite);
        }
        else if (plan.Mentors < promoters || plan.Mentees < promoters)
        {
            findings.Warn(
                "minimumGroup", $"With {plan.Mentors} mentors and {plan.Mentees} mentees a net promoter score will be shown at most for both sides together: for each side it takes at least {promoters} people who answered.",
                Invite);
        }
    }

    /// <summary>Zones whose people are never matched with each other, unless they meet before or after work.</summary>
    private static void Apart(CohortPlan plan, Findings findings)
    {
        var (apart, asked) = (FarApart.Zones(plan.People, plan.Settings), plan.Settings.Matching.MinimumSharedMinutes);
        foreach (var zones in apart.Take(MostZones))
        {
            MessageTemplate pairs =
                $"{zones.One} and {zones.Other} ({zones.People} people) share {zones.SharedMinutes} minutes of working time a week in which a session has room, and {asked} are asked for: nobody of one is paired with anybody of the other.";
            MessageTemplate circles =
                $"{zones.One} and {zones.Other} ({zones.People} people) share {zones.SharedMinutes} minutes of working time a week in which a session has room, and {asked} are asked for: nobody of one shares a circle with anybody of the other.";
            findings.Warn(
                "people, timeZone", plan.Settings.Matching.Circles is null ? pairs : circles,
                $"With their offers people are asked whether they would also meet from 7:00 or until 20:00; if all would, these two share {zones.WiderMinutes} minutes. Else invite people of zones in between, or ask for fewer minutes in common.");
        }

        if (apart.Count > MostZones)
        {
            findings.Warn("people, timeZone", $"The same holds for {apart.Count - MostZones} more pairs of zones.", "Look at the zones that most people are in.");
        }
    }

    private static void NobodyEligible(CohortPlan plan, Dictionary<string, RosterEntry> entries, Findings findings)
    {
        var without = EligibilityPreview.WithoutPartners(EligibilityCheck.RequestFor(plan));
        foreach (var person in without.Take(MostNamed))
        {
            var entry = entries[person.Id.Value];
            findings.Warn(
                entry.Place.Row, $"Nobody at all can be paired with {entry.Email}: {new RuleList([.. person.Rules.Select(rule => rule.Rule)])}.",
                "Look at what these rules read (level, managerEmail, languages, timeZone) or at the cohort's 'matching'.");
        }

        if (without.Count > MostNamed)
        {
            findings.Warn("people", $"The same holds for {without.Count - MostNamed} more.", "Look at the cohort's 'matching', or at a column that many leave empty.");
        }
    }

    private static void Missing(IEnumerable<RosterEntry> those, string field, MessageTemplate what, MessageTemplate mend, Findings findings)
    {
        var found = those.ToArray();
        if (found.Length > 0)
        {
            findings.Warn($"people, {field}", $"Rows in which no '{new ListColumn(field)}' was read: {found.Length}, the first is {found[0].Place}; {what}.", mend);
        }
    }
}
