using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>What a new mail needs: nothing that it needs is left to a default.</summary>
public sealed class MailCatalogueTests
{
    private static readonly MailKind[] All = Enum.GetValues<MailKind>();

    [Fact]
    public void Each_mail_is_declared_under_a_slug_of_its_own() =>
        Assert.Equal(All.Length, All.Select(kind => kind.Slug()).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Each_mail_has_priority_readers_and_rules_that_there_are() => Assert.All(All, kind =>
    {
        var declaration = kind.Declaration();
        Assert.True(Enum.IsDefined(declaration.Priority) && Enum.IsDefined(declaration.Question) && Enum.IsDefined(declaration.Pause));
        Assert.NotEqual(default, declaration.Readers);
        Assert.Equal(declaration.Readers is MailReaders.Manager, declaration.Priority is MailPriority.ManagerNotice);
    });

    [Fact]
    public void Each_mail_has_one_template_or_none_is_written()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions);
        using var whole = new MailPreview(cohort);
        using var without = new MailPreview(cohort, services => services.Remove(services.Single(IsDelegateMails)));
        using var twice = new MailPreview(cohort, services => services.Add(services.Single(IsDelegateMails)));

        Assert.NotNull(whole.Renderer);
        Assert.All([without, twice], preview =>
            Assert.Contains(nameof(MailKind.DelegateNamed), Assert.Throws<InvalidOperationException>(() => preview.Renderer).Message, StringComparison.Ordinal));

        static bool IsDelegateMails(ServiceDescriptor service) => service.ImplementationType?.Name == "DelegateMails";
    }

    /// <summary>Some mails are worded otherwise to a mentor or of a form; that each language has what English has is in LanguageTests.</summary>
    [Fact]
    public void Each_mail_has_its_texts()
    {
        var texts = new Texts("Mails.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys.ToList();
        var missing = from kind in All
                      from key in KeysOf(kind)
                      from part in new[] { "Subject", "Preview", "Text" }
                      where !texts.Exists(text => text.StartsWith($"{key}.", StringComparison.Ordinal) && text.EndsWith($".{part}", StringComparison.Ordinal))
                      select $"{key}.{part}";

        Assert.Empty(missing);
        Assert.Empty(All.Select(kind => $"{kind}.Name").Except(texts));
    }

    private static IEnumerable<string> KeysOf(MailKind kind) => kind.Declaration().Readers is (MailReaders.Participants | MailReaders.Delegates)
        ? [$"{kind}", $"Delegate.{kind}"]
        : [$"{kind}"];
}
