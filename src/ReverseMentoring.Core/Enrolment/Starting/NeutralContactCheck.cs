using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>
/// Each cohort names somebody whom people can turn to with worries. Who runs the programme, or takes part in it, is not the one to
/// whom one complains of it.
/// </summary>
internal static class NeutralContactCheck
{
    private const string Where = "contacts.trusted";

    public static void Check(Contact? neutral, Contact? manager, IEnumerable<string> participants, Findings findings)
    {
        if (neutral is null)
        {
            findings.Error(Where, "Nobody neutral is named whom people can turn to.", "Give name and address of somebody who neither runs the programme nor takes part in it.");
            return;
        }

        var address = Person.Normal(neutral.Email);
        if (manager is not null && address == Person.Normal(manager.Email))
        {
            findings.Error(Where + ".email", "The neutral contact runs the programme.", "Name somebody else: an ombudsperson, the works council, a counsellor.");
        }
        else if (participants.Contains(address))
        {
            findings.Error(Where + ".email", "The neutral contact takes part in this cohort.", "Name somebody else: an ombudsperson, the works council, a counsellor.");
        }
    }
}
