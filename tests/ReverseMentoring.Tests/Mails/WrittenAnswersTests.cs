using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

/// <summary>What people write in answer to a mail goes on to the programme manager, from whatever address, and without a link.</summary>
public sealed class WrittenAnswersTests : IMailTransport
{
    private const string Words = "Gladly, but in May.\nhttps://mentoring.example.org/f/secret";

    private readonly List<OutgoingMail> sent = [];
    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);

    [Theory]
    [InlineData("ana@example.org", "Ana Lindqvist", "Ana Lindqvist has replied to an email from")]
    [InlineData("ANA@example.org", "Ana Lindqvist", "Ana Lindqvist has replied to an email from")]
    [InlineData("a.lindqvist@alias.example.org", "a.lindqvist@alias.example.org", "a.lindqvist@alias.example.org has replied to an email that")]
    public async Task From_an_alias_too_and_then_it_is_said_whose_the_mail_was(string from, string name, string above)
    {
        await PassOn(SmallCohort.Ana.Id, from);

        var mail = Assert.Single(sent);
        Assert.Contains(above, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Gladly, but in May.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Lindqvist", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/f/", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal((from.ToLowerInvariant(), name), (mail.ReplyTo!.Address, mail.ReplyTo.Name));
        Assert.Equal(cohort.Cohort.Settings.Contacts.Manager.Email, mail.To.Address);
    }

    [Fact]
    public async Task From_somebody_who_would_like_to_take_part()
    {
        var person = SmallCohort.Ana with { Id = new("zoe"), Name = "Zoe Abel", Email = "zoe@example.org" };
        cohort.Put(Applicant.KeyOf(person.Id), new Applicant(person, ApplicantState.Waiting, SmallCohort.Start, SmallCohort.Start));
        await PassOn(person.Id, "zoe@example.org");

        Assert.Contains("Zoe Abel has replied to an email from", Assert.Single(sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task But_to_no_mail_that_nobody_sent_nor_of_whoever_was_erased()
    {
        await PassOn(SmallCohort.Ana.Id, "ana@example.org", known: false);
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { Email = "" });
        await PassOn(SmallCohort.Ana.Id, "ana@example.org");

        Assert.Empty(sent);
    }

    Task<IReadOnlyList<Delivery>> IMailTransport.Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        sent.AddRange(mails);
        return Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => Delivery.Taken)]);
    }

    Task<Delivery> IMailTransport.Ask(string id, CancellationToken cancel) => throw new NotSupportedException();

    private async Task PassOn(PersonId reader, string from, bool known = true)
    {
        using var preview = new MailPreview(cohort, services => services.AddLogging().AddSingleton<IMailTransport>(this));
        var mail = new Mail { Name = $"thanks.{reader}", Kind = MailKind.Thanks, Person = reader, QueuedAt = SmallCohort.Start, State = MailState.Sent };
        if (known)
        {
            cohort.Put(Rows.Mail + mail.Name, mail);
        }

        Assert.True(await preview.Answers.PassOn(new(OutgoingMail.IdOf(cohort.Cohort.Id, mail.Name), "<1@example.org>", from, "Re: Thanks", Words), default));
    }
}
