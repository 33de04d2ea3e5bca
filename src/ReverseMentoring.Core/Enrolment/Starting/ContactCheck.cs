using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether whom people can turn to can be written to and called.</summary>
internal static class ContactCheck
{
    private const int LongestPhone = 40;

    /// <param name="where">The field that names them, such as <c>contacts.manager</c>.</param>
    /// <param name="contact">Null where nobody is named.</param>
    /// <param name="findings">Takes all that is wrong.</param>
    public static void Check(string where, Contact? contact, Findings findings)
    {
        if (contact is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(contact.Name) || contact.Name.Length > SettingBounds.LongestName)
        {
            findings.Error(where + ".name", "There is no name, or it is too long.", $"Give the name that signs the mails, at most {SettingBounds.LongestName} characters.");
        }

        if (!Addresses.IsOne(contact.Email.Trim()))
        {
            findings.Error(where + ".email", $"'{contact.Email}' is not a mail address.", Addresses.Mend);
        }

        if (contact.Phone is { } phone && (phone.Length > LongestPhone || !phone.Any(char.IsAsciiDigit) || phone.Any(char.IsControl)))
        {
            findings.Error(where + ".phone", $"'{phone}' is not a telephone number.", "Write it as people would dial it, such as '+49 30 123456'.");
        }

        if (contact.Language is { } language && LanguageTags.Parse(language) is null)
        {
            findings.Error(where + ".language", $"'{language}' is not a language tag.", LanguageTags.Mend);
        }
    }
}
