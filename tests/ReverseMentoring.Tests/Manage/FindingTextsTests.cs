using System.Globalization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Manage;

public sealed class FindingTextsTests
{
    private const string Header = "name,email,role,level,managerEmail,timeZone,languages,capacity,delegateEmail,jobTitle\n";

    /// <summary>English is what the programme itself says.</summary>
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Others =
        [.. ReaderLanguage.Written.Where(language => language != "en").Select(language => new Texts("Manage.Findings").OfLanguage(CultureInfo.GetCultureInfo(language)))];

    /// <summary>What somebody can get wrong in the form and its list.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { Sample.Least, "" },
        { Sample.Least, "PK" },
        { Sample.Least, "name,name,shoe\nAda,Ada,1\n" },
        { Sample.Least, "name,email,role,manageremial\nAda,ada@example.com,mentor,x\n" },
        { Sample.Least, Header + "Ada,ada@example.com,mentor,1,,Europe/Berlin,en,1,,,,,,,more\n" },
        { Sample.Least, Header + ",,mentorr,eins,nobody@example,Berln,xx,99,,\n" },
        { Sample.Least, Header + "Ada,ada@example.com,mentor,1,boss@example.com,Zzzzzz,en,1,ada@example.com,\nBoss,bosss@example.com,,,,,,,,\n" },
        { Sample.Least, Header + "Ada,ada@example.com,mentor,1,ben@example.com,,,,,\nBen,ben@example.com,mentor,1,ada@example.com,,,,,\nBen,ben@example.com,mentee,1,,,,,,\n" },
        { Sample.Least, Header + "Ada,ada@example.com,mentor,,,,en,,,\nXena,xena@example.com,mentee,,,,de,2,,\n" },
        { Sample.Least, Header + "Ada,ada@example.com,mentor,,,,en,3,,\nXena,xena@example.com,mentee,4,,,en,,,\n" },
        { """{"start": "2026-03-01"}""", Header + "Ada,ada@example.com,mentor,1,,,en,,,\n" },
        { """{"name": "Spring"}""", Header + "Ada,ada@example.com,mentor,1,,,en,,,\n" },
        { """{"name": "Spr\uFFFEing", "start": "2099-03-01"}""", Header + "A\uFFFEda,ada@example.com,mentor,1,,,en,,,\n" },
        { """{"name": "Spring", "start": "2028-03-01", "timeZone": "Mars", "language": "x", "retentionDays": -1}""", Header },
        { """{"name": "Spring", "start": "no day", "contacts": {"manager": {"name": "", "email": "pat"}}, "branding": {"colour": "red"}, "sessions": {"sessions": 0, "minutes": 1}}""", Header },
        { """{"name": "Spring", "start": "2026-03-09", "openCall": {"domains": ["no domain"], "until": "2029-01-01"}, "delegateDomains": ["?"], "reminders": [1, 1], "turnout": {"minimum": 3}, "calendar": {"link": "ftp://x"}}""", Header },
        { """{"name": "Spring", "start": "2026-03-09", "branding": {"logo": "http://x", "sender": "<x>"}, "notice": {"more": "x"}, "questions": {"leftOut": ["x"], "reworded": [{"slug": "mentor-stay", "texts": {"de": "Ich bleibe."}}, {"slug": "mentor-stay", "texts": {"de": "Ich gehe."}}]}}""", Header },
        { Sample.Least, Header + "Ada,ada@example.com,mentor/mentee,1,,,en,,,\nXena,xena@example.com,both,4,,,en,,,\n" },
        { """{"name": "Spring", "start": "2026-03-15"}""", Header + "Ada,ada@example.com,Mentorin,1,,,en,,,\nXena,xena@example.com,aprendiz,4,,,en,,,\n" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void All_that_can_be_wrong_with_a_start_is_said_in_every_language(string cohort, string people)
    {
        var (_, findings) = Sample.Plan(cohort, System.Text.Encoding.UTF8.GetBytes(people), new MailQuota(PerHour: 1));
        var said = findings.Errors.Concat(findings.Warnings).SelectMany(finding => new[] { finding.Said, finding.Advice }).SelectMany(All).ToArray();

        Assert.NotEmpty(said);
        Assert.All(Others, texts => Assert.Empty(said.Select(messageTemplate => messageTemplate.Template).Where(template => template.Length > 0).Except(texts.Keys)));
    }

    [Fact]
    public void Every_language_says_the_same_sentences_with_the_values_that_english_has() => Assert.All(Others, texts =>
    {
        Assert.Equal(Others[0].Keys.Order(), texts.Keys.Order());
        Assert.Empty(texts.Where(text => !Holes(text.Key).IsSupersetOf(Holes(text.Value))).Select(text => text.Key));
    });

    private static HashSet<string> Holes(string text) => [.. Template.Parse(text).Holes];

    private static IEnumerable<MessageTemplate> All(MessageTemplate messageTemplate) => messageTemplate.Values.OfType<MessageTemplate>().SelectMany(All).Prepend(messageTemplate);
}
