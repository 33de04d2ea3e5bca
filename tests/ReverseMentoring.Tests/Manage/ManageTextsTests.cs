using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Manage;

public sealed class ManageTextsTests
{
    private static readonly IReadOnlyDictionary<string, string> English = new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture);

    [Fact]
    public void Everything_that_the_programme_names_has_its_words()
    {
        string[] needed =
        [
            .. PhaseCatalogue.Names.Where(phase => phase != PhaseNames.Erased).Select(phase => $"Next.{phase}"),
            "MailReason.not-written", .. Enum.GetValues<MailState>().Where(Mail.HasFailedIn).Select(state => $"MailState.{state}"),
            .. Enum.GetNames<MeetingStatus>().Select(status => $"MeetingStatus.{status}"),
            .. Enum.GetNames<SessionStatus>().Select(status => $"SessionStatus.{status}"),
            "Done.Change", .. Enum.GetNames<CommandKind>().Except([nameof(CommandKind.Change)]).SelectMany(kind => new[] { $"Command.{kind}.Label", $"Command.{kind}.Confirm", $"Command.{kind}.Does", $"Command.{kind}.Back", $"Done.{kind}" }),
            .. RuleCatalogue.For(MatchingPolicy.Default).Select(rule => $"Rule.{rule.Code}"), $"Rule.{RuleCatalogue.MinimumScore}", $"Rule.{RuleCatalogue.Capacity}",
            .. CriteriaCatalogue.All.Select(criterion => $"Criterion.{criterion.Code}"),
            .. Core.Needs.NeedCatalogue.All.Where(reason => reason.OfMeeting is not null).Select(reason => $"MeetingAttention.{reason.Slug}"),
        ];

        Assert.Empty(needed.Except(English.Keys));
    }

    /// <summary>Those about topics are reasons topic by topic.</summary>
    [Fact]
    public void Each_criterion_gives_its_reason_in_words() => Assert.All(
        CriteriaCatalogue.All.Select(criterion => criterion.Code).Where(code => !code.StartsWith("wishes-", StringComparison.Ordinal)),
        code => Assert.True(English.ContainsKey($"Reason.{code}") || English.ContainsKey($"Reason.{code}.One"), code));
}
