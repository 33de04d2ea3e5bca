using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a manager may decide about a cohort, each with the default that is meant to be kept.</summary>
public abstract record CohortRules
{
    /// <summary>Days that people have to answer in each phase.</summary>
    public PhaseLengths Phases { get; init; } = new();

    /// <summary>Reminders to those who haven't answered, as days before their deadline.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [3, 1];

    /// <summary>When a phase is extended by itself.</summary>
    public TurnoutRule Turnout { get; init; } = new();

    /// <summary>Whether the cycle waits for the manager's review.</summary>
    public ReviewRule Review { get; init; } = new();

    /// <summary>How often declined pairs are matched anew before the sessions begin.</summary>
    public int ConfirmationRounds { get; init; } = 2;

    /// <summary>How often, how long and when pairs meet, monthly if left out; circles, every other week if left out. Dates are set when a pair starts.</summary>
    public SessionPlan Sessions { get; init; } = new();

    /// <summary>Within how many days a missed or cancelled session is to be held.</summary>
    public int RebookingDays { get; init; } = 14;

    /// <summary>By mail, or in Microsoft 365 and in whose calendar.</summary>
    public CalendarRule Calendar { get; init; } = new();

    /// <summary>
    /// Whose holidays count where: a location, as the list of people has it, with the country's name as its holidays are
    /// uploaded under. Locations that are not named here tell it by their first or last part.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Countries { get; init; }

    /// <summary>
    /// Domains beside the company's own, those of its people's and manager's addresses, of which somebody may be who keeps a leader's
    /// calendar: an agency's, say.
    /// </summary>
    public IReadOnlyList<string> DelegateDomains { get; init; } = [];

    /// <summary>
    /// Weeks in which the company is closed, first and last day: no session, no mail and no deadline lies in them, and nobody's days
    /// to answer run out. From Christmas Eve to New Year's Day if left out; an empty list for none.
    /// </summary>
    public IReadOnlyList<DateRange>? Closed { get; init; }

    /// <summary>Rules and weights of the matching.</summary>
    public MatchingPolicy Matching { get; init; } = new();

    /// <summary>Topics to start from: ids of the usual list, or free text; the usual list if left out.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>
    /// Days that topics which people have added wait for the manager to look at them before all others see them; the manager can let them
    /// go on earlier. 0: they don't wait.
    /// </summary>
    public int TopicsLookDays { get; init; } = 2;

    /// <summary>Courses, books and pages that others recommend, a line each: on the pages of pairs.</summary>
    public IReadOnlyList<string> Material { get; init; } = [];

    /// <summary>Why the company does this: told in the first mail, in the briefing and in the report, where it is measured; none if left out.</summary>
    public CohortGoal? Goal { get; init; }

    /// <summary>How the survey differs from the usual one: which questions are left out, which are the company's own.</summary>
    public QuestionRules Questions { get; init; } = new();

    /// <summary>Of how many people each figure and each batch of comments in the report is at least, 5 to 50.</summary>
    public int MinimumGroup { get; init; } = GroupSizes.Least;

    /// <summary>
    /// Works council mode: of single people HR sees no more than lists, who is matched with whom, and what its own commands are about; not where
    /// somebody stands, whom somebody meets, or how a pair's sessions went.
    /// </summary>
    public bool WorksCouncil { get; init; }

    /// <summary>
    /// Where more people of one side want in than there are places, a draw says who waits, before partners are found: at the end both are asked the
    /// same, and what differs is what the programme has done. In pairs only.
    /// </summary>
    public bool DrawnWaitingList { get; init; }

    /// <summary>People can come by themselves, beside those on the list, which may be empty then; null: they can't.</summary>
    public OpenCall? OpenCall { get; init; }

    /// <summary>Whether the programme manager gets a mail each Monday: what happened, what needs them, what comes.</summary>
    public bool Digest { get; init; } = true;

    /// <summary>What people are told of their data beside what the product knows itself; a start that leaves something out warns.</summary>
    public DataNotice Notice { get; init; } = new();

    /// <summary>Days from the report until personal data is erased.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>
    /// True: what the list leaves empty (name, job title, department, location, zone, language, manager, level) is taken from
    /// the company's directory, so that addresses and roles are enough. Managers who are not on the list need no row.
    /// </summary>
    public bool Directory { get; init; }
}
