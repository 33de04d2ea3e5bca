using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Auditing;

/// <summary>
/// Writes down whom an entry is about as a commitment, which only who has the salt can tell: an HMAC by a salt of that person's, or of the cohort's for all else. The salts are the
/// cohort's rows and go with its erasure, a person's with theirs, and from then on nobody can tell who it was.
/// </summary>
public sealed class AuditSalts(IStore store, IRandomSource random)
{
    private const int SaltBytes = 32;

    /// <summary>What a route calls somebody.</summary>
    private static readonly string[] People = ["person", "mentor", "mentee"];

    public static string KeyOf(PersonId person) => Rows.AuditSalt + person;

    /// <param name="cohort">Whose salts.</param>
    /// <param name="called">What it is called: <c>person</c>, <c>pair</c>, <c>topic</c> …</param>
    /// <param name="value">What must not be readable.</param>
    /// <param name="cancel">Cancels the write of a new salt.</param>
    public async Task<string> Commit(CohortId cohort, string called, string value, CancellationToken cancel = default)
    {
        var salt = await Salt(cohort, People.Contains(called) && Names.IsOne(value) ? Rows.AuditSalt + value : Rows.AuditSalt + "cohort", cancel);
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{called}:{value}")))[..32];
    }

    private async Task<byte[]> Salt(CohortId cohort, string key, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        while (true)
        {
            if (await store.Read<Salted>(partition, key, cancel) is { } kept)
            {
                return kept.Value.Salt;
            }

            var salt = new byte[SaltBytes];
            random.Fill(salt);
            await store.InsertMissing(partition, [new Change.Insert(key, StoredJson.Write(new Salted(salt)))], cancel);
        }
    }

    [Kept("audit-salt.", KeptFor.Accountability, ReadBy.Nobody, KeptUntil.PersonErased)]
    private sealed record Salted(byte[] Salt);
}
