using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Questions;

/// <summary>One question that a manager says in other words.</summary>
/// <param name="Item">As it is asked now.</param>
/// <param name="Ours">As we say it; null: it is the company's own.</param>
/// <param name="State">Its words, by language.</param>
[Tells(Told.Aggregate)]
public sealed record Rewording(SurveyItem Item, SurveyItem? Ours, FormState State)
{
    public const string Which = "item";

    public const string Text = "said.";

    /// <summary>As it would be asked, to be looked at; null: nobody wants to look yet.</summary>
    public SurveyItem? Seen { get; init; }

    /// <param name="rules">How the survey differs from the usual one.</param>
    /// <param name="slug">As somebody sent it.</param>
    /// <returns>Null where there is no such question.</returns>
    public static Rewording? Find(QuestionRules rules, string? slug) => Questionnaire.Of(rules with { LeftOut = [] }).Items.FirstOrDefault(one => one.Slug == slug) is { } item
        ? new(item, StandardItems.All.FirstOrDefault(one => one.Slug == slug), FormState.FromValues(item.Texts.Select(text => KeyValuePair.Create(Text + text.Key, new StringValues(text.Value)))))
        : null;

    /// <summary>The words that were sent. What says the same as ours, or nothing, is left to ours: where that gets better, it does too.</summary>
    public IReadOnlyDictionary<string, string> Read(IFormCollection form) => ReaderLanguage.Written
        .Select(language => (language, text: form[Text + language].ToString().Trim()))
        .Where(one => one.text.Length > 0 && Ours?.Texts.GetValueOrDefault(one.language) != one.text)
        .ToDictionary(one => one.language, one => one.text);

    /// <summary>With what was sent, as it would be asked.</summary>
    public Rewording Look(IFormCollection form, IReadOnlyDictionary<string, string> texts) => this with
    {
        State = FormState.FromValues(form),
        Seen = Ours is null ? Item with { Texts = texts } : texts.Count == 0 ? Ours : new RewordedItem(Item.Slug, texts).In(Ours),
    };
}
