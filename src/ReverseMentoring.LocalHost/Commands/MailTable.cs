using System.Globalization;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Many rehearsals, and of each how many mails people got, and when: a table in Markdown, its last line the worst of each column.</summary>
internal static class MailTable
{
    /// <returns>1 where a cohort was refused.</returns>
    public static async Task<int> Print(IReadOnlyList<RehearsalPlan> plans, CancellationToken cancel)
    {
        Console.Out.WriteLine("| seed | people | mails | a person, median | most | in a month | on free days and off hours | of these echoes | of all mails | sessions held |");
        Console.Out.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var all = new List<Figures>();
        foreach (var plan in plans)
        {
            await using var rehearsal = await Rehearsal.Open(plan, null, cancel);
            if (!await RehearsalStart.TryStart(rehearsal, cancel))
            {
                return 1;
            }

            await rehearsal.RunToReport(null, cancel);
            all.Add(await Figures.Count(rehearsal, cancel));
            Line(plan.Seed.ToString(CultureInfo.InvariantCulture), [all[^1]]);
        }

        Line("worst", all);
        return 0;
    }

    private static void Line(string name, IReadOnlyList<Figures> all) => Console.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {all.Max(one => one.Participants)} | {all.Max(one => one.MailsSent)} | {all.Max(one => one.MailsPerPerson.Median)} | {all.Max(one => one.MailsPerPerson.Max)} | {all.Max(one => one.MailsWorstMonth)} | {all.Max(Indecent)} | {all.Min(one => one.MailsEchoes)} | {all.Max(one => (double)Indecent(one) / one.MailsSent):P1} | {all.Min(one => (double)one.SessionsHeld / one.SessionsPlanned):P0} |"));

    private static int Indecent(Figures one) => one.MailsOnWeekends + one.MailsOffHours;
}
