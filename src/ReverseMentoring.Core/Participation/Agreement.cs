using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What somebody has read and agreed to before they answered anything.</summary>
/// <param name="Notice">The version of what they were told of their data; null: they have not read it.</param>
/// <param name="Rules">The version of the ground rules; null: they have not agreed to any.</param>
[Kept(Rows.Agreement, KeptFor.Consent, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record Agreement(string? Notice = null, DateTimeOffset? NoticeAt = null, string? Rules = null, DateTimeOffset? RulesAt = null)
{
    /// <summary>Of the ground rules as the form lists them; another number when their sense changes.</summary>
    public const string RulesVersion = "1";

    /// <summary>Of the product's own sentences; another number when their sense changes.</summary>
    private const string NoticeText = "4";

    public static string KeyOf(PersonId person) => Rows.Agreement + person;

    /// <summary>Another one whenever something that the notice tells is another: the company's words, whom to ask, how long, of how many.</summary>
    public static string NoticeVersion(Cohort cohort)
    {
        var settings = cohort.Settings;
        string[] told =
        [
            StoredJson.Write(settings.Notice), StoredJson.Write(settings.Contacts), $"{settings.RetentionDays} {settings.MinimumGroup} {settings.Directory} {settings.Calendar.IsReached} {settings.WorksCouncil} {settings.DrawnWaitingList}",
            .. settings.OpenCall is null ? Array.Empty<string>() : ["open-call"],
        ];
        return $"{NoticeText}-{Names.Digest(string.Join('\n', told))[..6]}";
    }
}

/// <summary>What is agreed to with an answer, in the same write.</summary>
/// <param name="Notice">The notice's version; null: it was not asked.</param>
/// <param name="Rules">The ground rules' version; null: they were not asked.</param>
public sealed record Agreed(string? Notice, string? Rules);
