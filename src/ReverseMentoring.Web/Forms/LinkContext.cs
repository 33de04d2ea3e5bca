using System.Globalization;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>Somebody who came by a signed link that holds: who it is, what it is for, how things stand.</summary>
/// <param name="Links">Signed addresses of this person's other pages.</param>
public sealed record LinkContext(
    Link Link, string Token, Cohort Cohort, CycleState State, Person Person, Localizer Localizer, string? ChosenLanguage, LinkContextAddresses Links, DateTimeOffset Now)
{
    /// <summary>In this browser the code was typed that went to their own address: what they wrote earlier opens.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What was drawn for this browser, to know it again as the one that an answer came from.</summary>
    public string? Browser { get; init; }

    /// <summary>What they have just sent, as the address says; null: they come by the link itself.</summary>
    public string? Sent { get; init; }

    /// <summary>Nothing can be changed any more but data erased.</summary>
    public bool IsOver => !Person.IsActive || State.Status is CycleStatus.Cancelled || State.Phase == PhaseNames.Retention;

    public CultureInfo Culture => Localizer.Culture;

    public Theme Theme => ThemeCache.ThemeOf(Cohort);

    public Contacts Contacts => Cohort.Settings.Contacts;

    /// <summary>Under which this browser keeps what was not sent yet; tells nobody who it is.</summary>
    public string DraftKey => Core.Naming.Names.Digest($"draft:{Link.Cohort}:{Link.Person}:{Link.Form.Declaration().InLinks}:{Link.Scope}:{Link.Number}:{Link.Revision}");

    /// <summary>This page again, in the language that was chosen.</summary>
    public string Address(string? query = null) => WithLanguage($"/f/{Token}", query);

    /// <summary>A page that stands below each of one's own links, in the language that was chosen.</summary>
    internal string AddressBeside(string place, string? query = null) => WithLanguage($"/f/{Token}/{place}", query);

    /// <summary>Another page about the same.</summary>
    public string AddressOf(FormKind form, string? query = null) => WithLanguage(Links.To(form, Link.Scope, Link.Number, Link.Revision), query);

    public string Participation => Links.To(FormKind.Participation);

    private string WithLanguage(string address, string? query)
    {
        var language = ChosenLanguage is null ? null : $"lang={ChosenLanguage}";
        var all = string.Join('&', new[] { query, language }.OfType<string>());
        return all.Length == 0 ? address : $"{address}?{all}";
    }
}

/// <summary>Addresses on this host for the same person, as long-lived as the link that was opened.</summary>
public sealed class LinkContextAddresses(LinkSigner signer, Link link, DateTimeOffset now)
{
    public string To(FormKind form, MeetingId meeting, int number = 0, int revision = 0) => To(form, meeting.Value, number, revision);

    public string To(FormKind form, string scope = "", int number = 0, int revision = 0) =>
        $"/f/{signer.Sign(link with { Form = form, Scope = scope, Number = number, Revision = revision, IssuedAt = now })}";
}
