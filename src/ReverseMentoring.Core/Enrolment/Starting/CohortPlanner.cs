using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Makes a plan of what was sent, or says all that stands in the way. Stores nothing.</summary>
public sealed class CohortPlanner(ProgrammeOptions options, MailQuota quota, CohortCalendars calendars, DirectoryImport directory)
{
    /// <summary>What a cohort's clock shows when nobody says where they are.</summary>
    private const string NoZone = "UTC";

    private const int FarthestYears = 10;

    /// <returns>Null where there are errors among the findings.</returns>
    /// <exception cref="CalendarException">People were to be looked up in the directory, and it can't be reached.</exception>
    public async Task<CohortPlan?> Plan(SentCohort sent, DateTimeOffset now, Findings findings, CancellationToken cancel = default) =>
        findings.Unreadable
            ? null
            : Plan(sent with { Rows = await directory.Fill(sent.Rows, sent.Request.Directory, findings, cancel) }, now, findings);

    private CohortPlan? Plan(SentCohort sent, DateTimeOffset now, Findings findings)
    {
        SettingsCheck.Check(sent.Request, findings);
        var entries = new RosterReader(findings).ReadRoster(sent.Rows);
        var participants = entries.Where(entry => entry.TakesPart).ToArray();
        if (sent.Request.OpenCall is null)
        {
            CheckSides(participants, findings);
        }

        var zone = ZoneOf(sent.Request, participants, findings);
        var language = LanguageOf(sent.Request, participants, findings);
        CheckStart(sent.Request.Start, zone, now, findings);
        CheckCalendar(sent.Request.Calendar, findings);
        var settings = Settings(sent.Request, zone.Id, language, findings);
        NeutralContactCheck.Check(sent.Request.Contacts?.Trusted ?? options.Trusted, sent.Request.Contacts?.Manager ?? options.Manager, participants.Select(entry => entry.Email), findings);
        var plan = new CohortPlan(settings, entries);
        new MailDemand(settings, quota, findings).Check(plan.Mentors, plan.Mentees, plan.MostPairs);
        if (findings.Errors.Count > 0)
        {
            return null;
        }

        PlanWarnings.Add(plan, findings);
        return plan;
    }

    /// <summary>Settings of a cohort that has been started, as they would be.</summary>
    /// <param name="request">All of them.</param>
    /// <param name="moves">The first day is another one.</param>
    /// <param name="people">Addresses of those who take part.</param>
    /// <param name="now">The moment.</param>
    /// <param name="findings">Takes all that is wrong.</param>
    internal void Check(CohortRequest request, bool moves, IReadOnlyCollection<string> people, DateTimeOffset now, Findings findings)
    {
        SettingsCheck.Check(request, findings);
        var zone = ZoneOf(request, [], findings);
        LanguageOf(request, [], findings);
        if (moves)
        {
            CheckStart(request.Start, zone, now, findings);
        }

        CheckCalendar(request.Calendar, findings);
        NeutralContactCheck.Check(request.Contacts?.Trusted, request.Contacts?.Manager, people, findings);
    }

    private void CheckCalendar(CalendarRule calendar, Findings findings)
    {
        if (calendar.IsReached && !calendars.IsReached)
        {
            findings.Error("calendar.mode", "Microsoft 365 is not set up on this host.", "Use 'mail', or connect the host to Microsoft 365 first.");
        }
    }

    private static void CheckSides(RosterEntry[] participants, Findings findings)
    {
        foreach (var role in new[] { Role.Mentor, Role.Mentee })
        {
            if (!participants.Any(entry => entry.Role == role))
            {
                var name = role.ToString().ToLowerInvariant();
                findings.Error("people with role " + name, $"There is no {name}.", $"Give at least one person the role '{name}', in the list of participants or in the CSV.");
            }
        }
    }

    private static Zone ZoneOf(CohortRequest request, RosterEntry[] participants, Findings findings)
    {
        if (request.TimeZone is { } named)
        {
            if (ZoneNames.Find(named) is { } zone)
            {
                return zone;
            }

            findings.Error("timeZone", $"'{named}' is neither a time zone nor a city of which one is known.", ZoneNames.Mend(named));
        }

        if (MostCommon(participants.Select(entry => entry.Zone?.Id)) is { } id)
        {
            return Zone.Find(id);
        }

        if (request is { OpenCall: not null, TimeZone: null })
        {
            findings.Error("timeZone", "Nobody on the list has a time zone that could be taken.", "Name the one that the company goes by, such as 'Europe/Berlin'; whoever signs up says their own.");
        }

        return Zone.Find(NoZone);
    }

    private static string LanguageOf(CohortRequest request, RosterEntry[] participants, Findings findings)
    {
        var named = request.Language is null ? null : LanguageTags.Parse(request.Language);
        if (request.Language is not null && named is null)
        {
            findings.Error("language", $"'{request.Language}' is not a language tag.", LanguageTags.Mend);
        }

        var spoken = named ?? MostCommon(participants.Select(entry => entry.Languages is [var first, ..] ? first : null));
        if (spoken is null && request is { OpenCall: not null, Language: null })
        {
            findings.Warn("language", "Nobody on the list has a language that could be taken: it is English.", "Name another where most people speak it; whoever signs up says their own.");
        }

        return spoken ?? "en";
    }

    private static void CheckStart(DateOnly? start, Zone zone, DateTimeOffset now, Findings findings)
    {
        var today = zone.DateAt(now);
        if (start is null)
        {
            findings.Error("start", "The first day is missing.", "Give a date such as \"2026-03-02\".");
        }
        else if (start < today)
        {
            findings.Error("start", $"The first day is past: in {zone.Id} it is {today}.", "Name today or a later day.");
        }
        else if (start > today.AddYears(FarthestYears))
        {
            findings.Error("start", "The first day is too far away.", $"Name a day within {FarthestYears} years.");
        }
        else if (start > today.AddYears(1))
        {
            findings.Warn("start", "The first day is more than a year away.", "Check the year.");
        }
    }

    private CohortSettings Settings(CohortRequest request, string zone, string language, Findings findings)
    {
        var manager = request.Contacts?.Manager ?? options.Manager;
        if (manager is null)
        {
            findings.Error("contacts.manager", "It doesn't say who runs the programme.", "Give a name and an address: this person signs the mails and gets the notices.");
        }

        return new(request)
        {
            Name = request.Name?.Trim() ?? "",
            Start = request.Start ?? default,
            Language = language,
            TimeZone = zone,
            Topics = request.Topics is null ? null : [.. request.Topics.Select(topic => topic.Trim())],
            Contacts = new(manager ?? new("", ""), request.Contacts?.Trusted ?? options.Trusted ?? new("", "")),
            Branding = request.Branding ?? options.Branding,
        };
    }

    private static string? MostCommon(IEnumerable<string?> values) => values.OfType<string>().CountBy(value => value)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => count.Key).FirstOrDefault();
}
