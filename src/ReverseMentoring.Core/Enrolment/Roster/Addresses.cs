using System.Text.RegularExpressions;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>What passes for a mail address: one @, no blanks or list signs, a domain with a dot.</summary>
public static partial class Addresses
{
    public const string Mend = "Use a plain address such as 'kim@example.com', one only and without a name around it.";

    /// <summary>The longest that a mail server has to take (RFC 5321, 4.5.3.1).</summary>
    private const int Longest = 254;

    public static bool IsOne(string text) => text.Length <= Longest && Plain().IsMatch(text);

    [GeneratedRegex(@"^[^@\s,;<>""()\[\]\\]{1,64}@[^@\s,;<>""()\[\]\\.]+(\.[^@\s,;<>""()\[\]\\.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
