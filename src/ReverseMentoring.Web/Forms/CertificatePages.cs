using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <param name="Topics">What it was about, in the reader's language.</param>
/// <param name="Check">Where anybody can see that it is ours.</param>
public sealed record CertificateModel(LinkContext Context, Certificate Certificate, IReadOnlyList<string> Topics, string Check);

/// <param name="Claim">What the code says; null: it is none of ours.</param>
/// <param name="IsTheirs">Whether it was made out to the name that was typed; null: none was.</param>
public sealed record CertificateCheck(CultureInfo Culture, string Address, CertificateClaim? Claim, FormState State, bool? IsTheirs = null);

/// <summary>A certificate for who has taken part to the end, and the page on which anybody can check one.</summary>
internal sealed class CertificatePages(CertificateReader certificates, CertificateCodes codes, TopicRepository topics, CertificateLimit limit, ClientAddress clients)
{
    public const string Place = "certificate";

    private const int LongestName = 200;

    /// <summary>Answers to <c>GET /f/{token}/certificate</c>.</summary>
    public async Task<FormResult> Show(HttpContext context, LinkContext link)
    {
        if (await certificates.Find(link.Cohort, link.Person, context.RequestAborted) is not { } certificate)
        {
            return FormResult.Closed(new(StatusCodes.Status410Gone, "Over", link.Culture) { Theme = link.Theme, Context = link });
        }

        var titles = TopicTitles.Translate(await topics.ReadTopics(link.Cohort, context.RequestAborted), certificate.Topics, link.Culture);
        return FormResult.ForPage<CertificatePage>(new CertificateModel(link, certificate, titles, $"{context.Request.Scheme}://{context.Request.Host}/{Place}/{codes.Sign(certificate)}"));
    }

    /// <summary>Answers to <c>GET /certificate/{code}</c>, and to its POST with a name. It reads nothing but the code.</summary>
    public async Task<FormResult> Check(HttpContext context, string code)
    {
        var culture = ReaderLanguage.Find(context.Request.Query["lang"]) ?? ReaderLanguage.Find(FormRequests.Browser(context.Request)) ?? CultureInfo.GetCultureInfo("en");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        var (claim, address) = (codes.Read(code), $"/{Place}/{code}");
        if (claim is null)
        {
            return FormResult.ForPage<CertificateCheckPage>(new CertificateCheck(culture, address, null, FormState.Empty), StatusCodes.Status404NotFound);
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return FormResult.ForPage<CertificateCheckPage>(new CertificateCheck(culture, address, claim, FormState.Empty));
        }

        var fields = new Fields(await FormRequests.Posted(context), new(LinkAuthorizer.Texts, culture, Core.Time.Zone.Utc));
        var name = fields.Text("name", LongestName);
        if (name is null && !fields.HasErrors)
        {
            fields.Wrong("name", "Certificate.NameEmpty");
        }

        var client = clients.Of(context);
        if (!fields.HasErrors && !limit.Takes(code, client))
        {
            fields.Wrong("name", "Certificate.Enough");
            return FormResult.ForPage<CertificateCheckPage>(new CertificateCheck(culture, address, claim, fields.State), StatusCodes.Status429TooManyRequests);
        }

        var isTheirs = fields.HasErrors ? (bool?)null : codes.IsOf(claim, name!);
        if (isTheirs is false)
        {
            limit.CountWrong(code, client);
        }

        return FormResult.ForPage<CertificateCheckPage>(
            new CertificateCheck(culture, address, claim, fields.State, isTheirs), fields.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
