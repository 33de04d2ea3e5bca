using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>What somebody sets on <em>my participation</em>, each in a small form of its own that takes effect at once.</summary>
internal sealed class ParticipationSettings(ParticipationService participation)
{
    public const string Delegate = "delegate";

    public const int LongestAbout = 400;

    /// <summary>As the page calls them.</summary>
    public static IReadOnlyDictionary<string, MailLevel> Levels { get; } = new Dictionary<string, MailLevel>
    {
        ["needed"] = MailLevel.Needed,
        ["normal"] = MailLevel.Normal,
        ["remind"] = MailLevel.Reminding,
    };

    public static bool Has(string what) => what is "remind" or "time" or Delegate or "pause" or "about";

    /// <param name="context">Whose.</param>
    /// <param name="fields">What was sent.</param>
    /// <param name="what">One of those that there are.</param>
    /// <param name="model">What is set now.</param>
    /// <param name="cancel">Cancels writes.</param>
    /// <returns>False, and errors, where something is wrong; then nothing is changed.</returns>
    public async Task<bool> Set(LinkContext context, Fields fields, string what, ParticipationPageModel model, CancellationToken cancel)
    {
        var (cohort, person) = (context.Cohort.Id, context.Person.Id);
        switch (what)
        {
            case "remind" when fields.Choice("mails", "Participation.MailsEmpty", [.. Levels.Keys]) is { } choice:
                await participation.WriteTo(cohort, person, Levels[choice], cancel);
                break;
            case "about":
                var about = fields.Text("about", LongestAbout);
                if (!fields.HasErrors)
                {
                    await participation.Introduce(cohort, person, about, cancel);
                }

                break;
            case "time" when TimeFields.ReadTime(fields, context, model.Hours) is { } time:
                await participation.SetTime(cohort, person, time, cancel);
                break;
            case "pause" when fields.Value("intent") == "resume":
                if (fields.Choice("back", "Participation.SureEmpty", "true") is not null)
                {
                    await participation.Pause(cohort, person, null, cancel);
                }

                break;
            case "pause" when TimeFields.LastDayOfPause(fields, context) is { } last:
                await participation.Pause(cohort, person, last, cancel);
                break;
            case Delegate when await IsDelegate(fields, context, cancel) && fields.Value(Delegate).Length == 0:
                await participation.NameDelegate(cohort, person, null, cancel);
                break;
        }

        return !fields.HasErrors;
    }

    /// <returns>False, and an error, where this can be nobody's delegate here.</returns>
    public async Task<bool> IsDelegate(Fields fields, LinkContext context, CancellationToken cancel)
    {
        if (fields.HasErrors)
        {
            return false;
        }

        var address = fields.Value(Delegate);
        if (address.Length > 0 && (!Addresses.IsOne(address) || Person.Normal(address) == context.Person.Email))
        {
            fields.Wrong(Delegate, "MyDelegate.Wrong");
        }
        else if (address.Length > 0 && Person.Normal(address) != context.Person.ProposedDelegate && !await participation.MayBeDelegate(context.Cohort, address, cancel))
        {
            fields.Wrong(Delegate, "MyDelegate.OtherDomain", ("manager", context.Contacts.Manager.Name));
        }

        return !fields.HasErrors;
    }
}
