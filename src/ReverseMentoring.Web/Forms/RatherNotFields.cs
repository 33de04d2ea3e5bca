using System.Net.Mail;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Whom somebody would rather not be paired with: up to three work addresses, turned into ids at once. Whether such a
/// person takes part is not said, and who was named is never shown again.
/// </summary>
internal static class RatherNotFields
{
    public const int Most = 3;

    public const string Forget = "rather-not-forget";

    public static string Name(int at) => $"rather-not-{at}";

    /// <param name="fields">What was posted.</param>
    /// <param name="self">Who answers.</param>
    /// <param name="earlier">Ids named before: they stay unless others are named, or all are to be forgotten.</param>
    public static IReadOnlyList<string> ReadPeople(Fields fields, string self, IReadOnlyList<string> earlier)
    {
        var ids = new List<string>();
        foreach (var name in Enumerable.Range(1, Most).Select(Name))
        {
            var address = fields.Value(name);
            if (address.Length == 0)
            {
                continue;
            }

            if (!MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
            {
                fields.Wrong(name, "RatherNot.NoAddress");
            }
            else if (Person.IdOf(address) == self)
            {
                fields.Wrong(name, "RatherNot.Yourself");
            }
            else
            {
                ids.Add(Person.IdOf(address));
            }
        }

        return ids.Count > 0 ? [.. ids.Distinct()] : fields.Value(Forget) == "true" ? [] : earlier;
    }
}
