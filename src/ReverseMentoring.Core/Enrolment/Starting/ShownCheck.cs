using System.Text.RegularExpressions;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether what people are to be shown can be: the cohort's name, the company's look, the notice, topics, places.</summary>
internal sealed partial class ShownCheck(CohortRequest request, Findings findings)
{
    private const int LongestAddress = 500;

    private static readonly HashSet<string> ShownInMails = new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".gif" };

    public void Check()
    {
        CheckName();
        CheckLook();
        CheckNotice();
        CheckTopics();
        CheckPlaces();
    }

    private void CheckName()
    {
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            findings.Error("name", "The cohort has no name.", "Give one that people will recognise, such as 'Spring 2026'.");
        }
        else if (request.Name.Trim().Length > SettingBounds.LongestName || request.Name.Any(char.IsControl))
        {
            findings.Error("name", "The name is too long, or has line breaks.", $"Use one line of at most {SettingBounds.LongestName} characters.");
        }
    }

    private void CheckLook()
    {
        if (request.Branding?.Colour is { } colour && !Hex().IsMatch(colour))
        {
            findings.Error("branding.colour", $"'{colour}' is not a colour.", "Use '#rrggbb', such as '#0a5c8f'.");
        }

        if (request.Branding?.Company?.Length > SettingBounds.LongestName)
        {
            findings.Error("branding.company", "The name is too long.", $"Use at most {SettingBounds.LongestName} characters.");
        }

        if (request.Branding?.Sender is { } sender && (sender.Length > SettingBounds.LongestName || sender.Any(c => c is '<' or '>' or '"' or '@')))
        {
            findings.Error("branding.sender", "This can't be a sender's name.", $"Use at most {SettingBounds.LongestName} characters, without an address.");
        }

        if (request.Branding?.Logo is { } logo && !SettingBounds.IsHttps(logo, LongestAddress))
        {
            findings.Error("branding.logo", "The logo is not an https address.", "Use the address of an image that begins with https://.");
        }
        else if (request.Branding?.Logo is { } image && Path.GetExtension(new Uri(image).AbsolutePath) is { Length: > 0 } kind && !ShownInMails.Contains(kind))
        {
            findings.Error("branding.logo", $"Many mail programs don't show images of the kind '{kind}'.", "Use a PNG, JPEG or GIF image.");
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

        ContactCheck.Check("notice.officer", request.Notice.Officer, findings);
        if (request.Notice.More is { } more && !SettingBounds.IsHttps(more, DataNotice.Longest))
        {
            findings.Error("notice.more", "This is not an https address.", "Use the address of a page that begins with https://.");
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

    private void CheckPlaces()
    {
        if (request.Calendar?.Link is { } link && !SettingBounds.IsHttps(link, CalendarRule.LongestPlace))
        {
            findings.Error("calendar.link", "The meeting link is not an https address.", "Use the address of your meeting room online, beginning with https://.");
        }

        if (request.Calendar?.Room?.Length > CalendarRule.LongestPlace)
        {
            findings.Error("calendar.room", "The room's name is too long.", $"Use at most {CalendarRule.LongestPlace} characters.");
        }

        if (request.Calendar is { SharesLink: true })
        {
            findings.Warn(
                "calendar.link", "All meet behind one link: two sessions at the same time would be in one online room.",
                "If your service opens a room for each address, put '*' in the link: each then gets an address of its own. Or leave the link out, so that people agree on where to meet.");
        }

        if (request.Calendar is { IsReached: false, Room.Length: > 0 })
        {
            findings.Warn(
                "calendar.room", "All who meet in person are sent to one room: two sessions at the same time would be in it together.",
                "Name a place with room for several, such as a cafeteria or a floor, or leave the room out, so that people agree on where to meet.");
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
