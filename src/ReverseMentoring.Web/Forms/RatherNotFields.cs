using System.Net.Mail;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Whom somebody would rather not be paired with: up to three work addresses, turned into keyed hashes at once. Whether such a
/// person takes part is not said, and who was named is never shown again.
/// </summary>
internal static class RatherNotFields
{
    public const int Most = 3;

    public const string Forget = "rather-not-forget";

    /// <summary>It is one of these fields: kept nowhere before it is sent.</summary>
    public static bool IsOne(string field) => field.StartsWith("rather-not", StringComparison.Ordinal);

    public static string Name(int at) => $"rather-not-{at}";

    /// <param name="fields">What was posted.</param>
    /// <param name="self">Who answers.</param>
    /// <param name="addresses">Hashes them.</param>
    /// <param name="earlier">Who was named before: they stay unless others are named, or all are to be forgotten.</param>
    public static IReadOnlyList<string> ReadPeople(Fields fields, Person self, AddressHasher addresses, IReadOnlyList<string> earlier)
    {
        var named = new List<string>();
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
            else if (Person.Normal(address) == self.Email)
            {
                fields.Wrong(name, "RatherNot.Yourself");
            }
            else
            {
                named.Add(addresses.Seal(self.Id, address));
            }
        }

        return named.Count > 0 ? [.. named.Distinct()] : fields.Value(Forget) == "true" ? [] : earlier;
    }
}
