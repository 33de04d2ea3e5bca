using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Mails;

/// <summary>Where people reach this programme from outside: links in mails begin with it.</summary>
/// <param name="BaseAddress">Such as <c>https://mentoring.example.org/</c>.</param>
public sealed record ProgrammeAddress(Uri BaseAddress)
{
    private readonly string start = BaseAddress.AbsoluteUri.TrimEnd('/');

    public string Host => BaseAddress.Host;

    public string Form(string token) => $"{start}/f/{token}";

    public string Cohort(CohortId cohort) => $"{start}/manage/cohorts/{cohort}";
}

/// <summary>The address that all mails come from; the name beside it is the programme manager's.</summary>
public sealed record SenderAddress(string Address);
