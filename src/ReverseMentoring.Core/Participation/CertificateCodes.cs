using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What a certificate's code says by itself: all but the name, of which it only tells whether it is that one.</summary>
public sealed record CertificateClaim(string Programme, Role Role, int Sessions, int Minutes, DateOnly From, DateOnly To, string NameDigest)
{
    /// <summary>Whose programme it was; null: it was not said, as before companies were signed.</summary>
    public string? Company { get; init; }
}

/// <summary>
/// Signs certificates, and tells from the code alone whether one is ours: no row and no name is kept for it, so that it holds when all data of its cohort
/// is erased, for as long as the key that signed it is there.
/// </summary>
public sealed partial class CertificateCodes(LinkSigner signer)
{
    private const string Purpose = "certificate";
    private const string NamePurpose = "certificate name";
    private const string Day = "yyyyMMdd";
    private const char Between = '~';

    /// <summary>Between the programme's name and the company's: a name has no such sign.</summary>
    private const char BeforeCompany = '\u001f';

    /// <summary>The code as the last part of an address.</summary>
    public string Sign(Certificate certificate) => signer.Sign(Purpose, string.Join(
        Between, certificate.Role is Role.Mentor ? "mentor" : "mentee", Text(certificate.Sessions), Text(certificate.Minutes),
        certificate.From.ToString(Day, CultureInfo.InvariantCulture), certificate.To.ToString(Day, CultureInfo.InvariantCulture),
        Digest(signer.Derive(NamePurpose)[0].Secret, certificate.Name), certificate.Company is { } company ? $"{certificate.Programme}{BeforeCompany}{company}" : certificate.Programme));

    /// <returns>Null where it was not signed here.</returns>
    public CertificateClaim? Read(string code) => signer.Verify(Purpose, code) is { } text && text.Split(Between, 7) is [var role, var sessions, var minutes, var from, var to, var digest, var programme]
        ? new(programme.Split(BeforeCompany)[0], role == "mentor" ? Role.Mentor : Role.Mentee, Number(sessions), Number(minutes), Date(from), Date(to), digest)
        {
            Company = programme.Split(BeforeCompany) is [_, var company] ? company : null,
        }
        : null;

    /// <summary>Whether a certificate was made out to this name; case, accents' spelling and blanks make no difference.</summary>
    public bool IsOf(CertificateClaim claim, string name) => signer.Derive(NamePurpose)
        .Any(key => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Digest(key.Secret, name)), Encoding.UTF8.GetBytes(claim.NameDigest)));

    private static string Digest(byte[] key, string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Blanks().Replace(PlainText.Clean(name).Trim(), " ").ToUpperInvariant())))[..32];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
