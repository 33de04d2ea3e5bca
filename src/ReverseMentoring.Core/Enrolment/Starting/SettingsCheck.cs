using System.Text.RegularExpressions;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether what a cohort asks for makes sense by itself. The bounds keep typing errors out, not wishes.</summary>
internal sealed partial class SettingsCheck(CohortRequest request, Findings findings)
{
    private const int LongestName = 100;

    private const int LongestPhone = 40;

    /// <summary>In days.</summary>
    private const int LongestClosed = 60;

    private const int MostClosed = 20;

    /// <summary>A little below what the session planner can search.</summary>
    private const int LongestSeries = 770;

    public void Check()
    {
        CheckName();
        CheckDays();
        CheckClosed();
        CheckDomains();
        CheckTopics();
        CheckContact("contacts.manager", request.Contacts?.Manager);
        CheckContact("contacts.trusted", request.Contacts?.Trusted);
        CheckBranding();
        CheckNotice();
        CheckPlaces();
        CheckSessions();
        new QuestionsCheck(findings).Check(request.Questions);
        GoalCheck.Check(request.Goal, findings);
        CheckOpenCall();

        foreach (var (field, problem) in request.Matching.Problems())
        {
            findings.Error("matching." + Camel(field), "The value is out of range.", $"It must be {problem}.");
        }
    }

    private void CheckName()
    {
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            findings.Error("name", "The cohort has no name.", "Give one that people will recognise, such as 'Spring 2026'.");
        }
        else if (request.Name.Trim().Length > LongestName || request.Name.Any(char.IsControl))
        {
            findings.Error("name", "The name is too long, or has line breaks.", $"Use one line of at most {LongestName} characters.");
        }
    }

    private void CheckDays()
    {
        foreach (var phase in PhaseCatalogue.WithLength)
        {
            Between("phases." + phase.Setting, phase.Length!(request.Phases), 1, 90);
        }

        for (var index = 0; index < request.Reminders.Count; index++)
        {
            Between($"reminders[{index}]", request.Reminders[index], 0, 30);
        }

        if (request.Reminders.Count > 5 || request.Reminders.Distinct().Count() < request.Reminders.Count)
        {
            findings.Error("reminders", "There are more than five reminders, or two on one day.", "Name up to five different days before the deadline.");
        }

        if (request.Turnout.Minimum is not (>= 0 and <= 1))
        {
            findings.Error("turnout.minimum", "The share is out of range.", "Use a share from 0 to 1: 0.5 is one half.");
        }

        Between("turnout.extendDays", request.Turnout.ExtendDays, 0, 30);
        Between("confirmationRounds", request.ConfirmationRounds, 0, 5);
        Between("rebookingDays", request.RebookingDays, 1, 60);
        Between("minimumGroup", request.MinimumGroup, GroupSizes.Least, GroupSizes.Most);
        Between("retentionDays", request.RetentionDays, 0, 3650);
    }

    private void CheckClosed()
    {
        for (var index = 0; index < request.Closed?.Count; index++)
        {
            var weeks = request.Closed[index];
            if (weeks.Last < weeks.First || weeks.Last.DayNumber - weeks.First.DayNumber >= LongestClosed)
            {
                findings.Error($"closed[{index}]", "The closed weeks end before they begin, or are too long.", $"Give the first and the last day, at most {LongestClosed} days.");
            }
        }

        if (request.Closed?.Count > MostClosed)
        {
            findings.Error("closed", "There are too many closed weeks.", $"Name up to {MostClosed}.");
        }
    }

    private void CheckDomains()
    {
        for (var index = 0; index < request.DelegateDomains.Count; index++)
        {
            if (!Addresses.IsOne("somebody@" + request.DelegateDomains[index]))
            {
                findings.Error($"delegateDomains[{index}]", $"'{request.DelegateDomains[index]}' is no domain.", "Give what stands behind the @ of mail addresses, such as 'agency.example'.");
            }
        }
    }

    /// <summary>The plan has no dates yet: those are set when a pair starts.</summary>
    private void CheckSessions()
    {
        foreach (var (field, problem) in request.Sessions.Problems().Where(found => found.Field is not nameof(request.Sessions.EarliestStart)))
        {
            findings.Error("sessions." + Camel(field), "The value is out of range.", $"It must be {problem}.");
        }

        if (request.Sessions.Preferred.Count > 10)
        {
            findings.Error("sessions.preferred", "There are too many parts of the day.", "Name up to ten.");
        }

        if ((long)request.Sessions.Sessions * request.Sessions.MaximumDays > LongestSeries)
        {
            findings.Error("sessions.maximumDays", "The series may last too long.", $"Sessions times the longest distance must be at most {LongestSeries} days.");
        }
    }

    private void CheckOpenCall()
    {
        if (request.OpenCall is not { } call)
        {
            return;
        }

        if (call.Domains.Count is 0 or > 50 || call.Domains.Any(domain => !Domain().IsMatch(domain.Trim())))
        {
            findings.Error("openCall.domains", "It is not said what company addresses end with.", "Name what stands behind the @, such as 'example.com'.");
        }

        foreach (var (field, places) in new[] { ("mentorPlaces", call.MentorPlaces), ("menteePlaces", call.MenteePlaces) })
        {
            if (places is { } number)
            {
                Between("openCall." + field, number, 1, 100_000);
            }
        }

        if (call.Until < request.Start?.AddDays(-365) || call.Until > request.Start?.AddDays(90))
        {
            findings.Error("openCall.until", "The last day is too far from the first day.", "Name a day until 90 days after the first.");
        }
    }

    private void CheckTopics()
    {
        if (request.Topics is { Count: 0 or > TopicList.Longest })
        {
            findings.Error("topics", "There is no topic, or there are too many.", $"Name 1 to {TopicList.Longest}, or leave the field out for the usual list.");
        }

        for (var index = 0; index < request.Topics?.Count; index++)
        {
            if (request.Topics[index].Trim().Length is < 3 or > 80)
            {
                findings.Error($"topics[{index}]", "The topic is too short or too long.", "Use 3 to 80 characters, or the id of a topic of the usual list.");
            }
        }
    }

    private void CheckContact(string where, Contact? contact)
    {
        if (contact is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(contact.Name) || contact.Name.Length > LongestName)
        {
            findings.Error(where + ".name", "There is no name, or it is too long.", $"Give the name that signs the mails, at most {LongestName} characters.");
        }

        if (!Addresses.IsOne(contact.Email.Trim()))
        {
            findings.Error(where + ".email", $"'{contact.Email}' is no mail address.", Addresses.Mend);
        }

        if (contact.Phone is { } phone && (phone.Length > LongestPhone || !phone.Any(char.IsAsciiDigit) || phone.Any(char.IsControl)))
        {
            findings.Error(where + ".phone", $"'{phone}' is no telephone number.", "Write it as people would dial it, such as '+49 30 123456'.");
        }

        if (LanguageTags.Parse(contact.Language) is null)
        {
            findings.Error(where + ".language", $"'{contact.Language}' is no language tag.", LanguageTags.Mend);
        }
    }

    private void CheckNotice()
    {
        foreach (var (field, text) in new[] { ("responsible", request.Notice.Responsible), ("basis", request.Notice.Basis) })
        {
            if (text?.Length > DataNotice.Longest)
            {
                findings.Error("notice." + field, "The text is too long.", $"Use at most {DataNotice.Longest} characters.");
            }
        }

        CheckContact("notice.officer", request.Notice.Officer);
        if (request.Notice.More is { } more && !(more.Length <= DataNotice.Longest && Uri.TryCreate(more, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            findings.Error("notice.more", "This is no https address.", "Use the address of a page that begins with https://.");
        }
    }

    private void CheckPlaces()
    {
        if (request.Calendar?.Link is { } link && !(link.Length <= CalendarRule.LongestPlace && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            findings.Error("calendar.link", "The meeting link is no https address.", "Use the address of your meeting room online, beginning with https://.");
        }

        if (request.Calendar?.Room is { } room && room.Length > CalendarRule.LongestPlace)
        {
            findings.Error("calendar.room", "The room's name is too long.", $"Use at most {CalendarRule.LongestPlace} characters.");
        }
    }

    private void CheckBranding()
    {
        if (request.Branding?.Colour is { } colour && !Hex().IsMatch(colour))
        {
            findings.Error("branding.colour", $"'{colour}' is no colour.", "Use '#rrggbb', such as '#0a5c8f'.");
        }

        if (request.Branding?.Company?.Length > LongestName)
        {
            findings.Error("branding.company", "The name is too long.", $"Use at most {LongestName} characters.");
        }

        if (request.Branding?.Sender is { } sender && (sender.Length > LongestName || sender.Any(c => c is '<' or '>' or '"' or '@')))
        {
            findings.Error("branding.sender", "The sender's name is no name.", $"Use at most {LongestName} characters, without an address.");
        }

        if (request.Branding?.Logo is { } logo && !(logo.Length <= 500 && Uri.TryCreate(logo, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            findings.Error("branding.logo", "The logo is no https address.", "Use the address of an image that begins with https://.");
        }
    }

    private void Between(string where, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            findings.Error(where, $"{value} is out of range.", $"Use a whole number from {least} to {most}.");
        }
    }

    private static string Camel(string field) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field);

    [GeneratedRegex(@"^[\w-]+(\.[\w-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
