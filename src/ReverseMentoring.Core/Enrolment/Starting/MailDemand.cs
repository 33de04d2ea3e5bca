using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>
/// Whether the mail service can carry the cohort. A phase is in time when its invitations, and the reminders to those
/// who by the turnout rule may not have answered, are out within the days that people have.
/// </summary>
internal sealed class MailDemand(CohortSettings settings, MailQuota quota, Findings findings)
{
    /// <summary>Mails of one session to both: how it was with the next one, another time, and a reminder to those who want one.</summary>
    private const int MailsOfASession = 6;

    public void Check(int mentors, int mentees, int pairs)
    {
        if (quota.HourlyRate is not { } rate)
        {
            return;
        }

        var everybody = mentors + mentees;
        Check("phases.callForTopics", settings.Phases.CallForTopics, everybody, rate);
        Check("phases.offersAndWishes", settings.Phases.OffersAndWishes, everybody, rate);
        if (settings.Matching.Circles is not null)
        {
            CheckCircles(everybody, rate);
            return;
        }

        Check("phases.confirmation", settings.Phases.Confirmation, 2 * pairs, rate);
        Check("phases.feedback", settings.Phases.Feedback, 2 * pairs, rate);
        var days = quota.DaysFor(pairs * MailsOfASession);
        if (days > settings.Sessions.IdealDays)
        {
            Refuse("sessions.idealDays", $"The mails of one session of {pairs} pairs", days, settings.Sessions.IdealDays, rate);
        }
    }

    /// <summary>In circles everybody has the mails of each session, and nobody is asked to accept.</summary>
    private void CheckCircles(int everybody, int rate)
    {
        Check("phases.feedback", settings.Phases.Feedback, everybody, rate);
        var days = quota.DaysFor(everybody * MailsOfASession / 2);
        if (days > settings.Sessions.IdealDays)
        {
            Refuse("sessions.idealDays", $"The mails of one session of {everybody} people in circles", days, settings.Sessions.IdealDays, rate);
        }
    }

    private void Check(string where, int given, int people, int rate)
    {
        var reminders = settings.Reminders.Count * (1 - Math.Clamp(settings.Turnout.Minimum, 0, 1));
        var days = quota.DaysFor((int)Math.Ceiling(people * (1 + reminders)));
        if (days > given)
        {
            Refuse(where, $"Invitations and reminders for {people} people", days, given, rate);
        }
    }

    private void Refuse(string where, MessageTemplate what, double days, int given, int rate) => findings.Error(
        where,
        $"{what} take {Math.Ceiling(days):0} days at {rate} mails an hour; there are {given}.",
        $"Give at least {Math.Ceiling(days):0} days, start with fewer people or reminders, or have the mail service's quota raised.");
}
