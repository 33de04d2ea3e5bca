using System.Globalization;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>A question as its reader has it before them.</summary>
/// <param name="Text">Word for word; in brackets what is another for each reader.</param>
/// <param name="Beside">Hints and explanations.</param>
/// <param name="Answers">What can be chosen.</param>
public sealed record QuestionWords(string Text, IReadOnlyList<string> Beside, IReadOnlyList<string> Answers);

/// <summary>All that a form asks.</summary>
public sealed record FormWords(FormKind Form, string Title, IReadOnlyList<QuestionWords> Questions)
{
    /// <summary>Those that people of this cohort can come to, in the order of the programme; what HR says in its own words in these.</summary>
    internal static IReadOnlyList<FormWords> Of(CohortContext context, IEnumerable<IForm> forms, Questionnaire survey, IReadOnlyDictionary<string, string> own)
    {
        var words = new Words(context, own);
        return
        [
            .. forms.Where(form => !(context.Cohort.HasCircles && form.Kind.Declaration().PairsOnly)).OrderBy(form => form.Kind)
                .Select(form => new FormWords(form.Kind, words.TitleOf(form.Kind), [.. form.Questions.Select(words.Of), .. words.Of(form.Kind, survey)])),
        ];
    }

    /// <summary>The forms' own texts in the language of the page.</summary>
    private sealed class Words(CohortContext context, IReadOnlyDictionary<string, string> words)
    {
        private const string InCircles = "Circle.";

        private readonly CultureInfo culture = context.Culture;

        /// <summary>One of several has no title of its own.</summary>
        public string TitleOf(FormKind form) =>
            LinkAuthorizer.Texts.Has(culture, $"{form}.Title") ? Of($"{form}.Title") : DossierTexts.All.Text(culture, $"Form.{form}.Title");

        public QuestionWords Of(Question question) => new(
            Of(question.Text),
            [.. question.Beside.Append(question.Text + "Hint").Where(key => words.ContainsKey(key) || LinkAuthorizer.Texts.Has(culture, key)).Select(Of)],
            [.. question.Answers.Select(Of)]);

        /// <summary>The survey's questions are data, and stand in no form's texts.</summary>
        public IEnumerable<QuestionWords> Of(FormKind form, Questionnaire survey) =>
            from moment in form switch
            {
                FormKind.Offers => [SurveyMoment.Start],
                FormKind.HalfTime => [SurveyMoment.HalfTime],
                FormKind.Feedback => [SurveyMoment.End],
                _ => Array.Empty<SurveyMoment>(),
            }
            from item in survey.Items
            where item.Moments.Contains(moment)
            select new QuestionWords(
                item.TextIn(culture.TwoLetterISOLanguageName, context.Cohort.Settings.Language), [DossierTexts.All.Text(culture, $"Questions.Side.{item.Side}")],
                item.Scale is ItemScale.Recommendation ? [Of("Items.Never"), Of("Items.Surely")] : [DossierTexts.All.Text(culture, "Questions.Scale")]);

        public string Of(string key)
        {
            if (words.TryGetValue(key, out var said))
            {
                return said;
            }

            var own = context.Cohort.HasCircles && LinkAuthorizer.Texts.Has(culture, InCircles + key) ? InCircles + key : key;
            var least = context.Cohort.MinimumGroup.ToString(culture);
            var template = Template.Parse(LinkAuthorizer.Texts.Raw(culture, own));
            return template.Fill([.. template.Holes.Select(hole => (hole, hole switch
            {
                "least" => least,
                "days" => context.Cohort.Settings.RetentionDays.ToString(culture),
                "manager" => context.Cohort.Settings.Contacts.Manager.Name,
                "cohort" => context.Cohort.Settings.Name,
                _ => $"[{hole}]",
            }))]);
        }
    }
}
