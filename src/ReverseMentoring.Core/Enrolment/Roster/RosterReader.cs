using ReverseMentoring.Core.Enrolment.Checking;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Reads a whole list: each row by itself, then what the rows say of each other.</summary>
public sealed class RosterReader(Findings findings)
{
    /// <summary>Looking for what was meant is slow in a long list; nobody reads more hints than this.</summary>
    private const int MostHints = 20;

    public IReadOnlyList<RosterEntry> ReadRoster(IReadOnlyList<RosterRow> rows)
    {
        var check = new RowCheck(findings);
        var byAddress = new Dictionary<string, RosterEntry>(StringComparer.Ordinal);
        foreach (var entry in rows.Select(check.ReadRow).OfType<RosterEntry>())
        {
            if (!byAddress.TryAdd(entry.Email, entry))
            {
                var other = byAddress[entry.Email];
                findings.Error(
                    entry.Place.FieldPlace("email"), $"{entry.Email} stands in {other.Place} already.",
                    entry.TakesPart && other.TakesPart && entry.Role != other.Role ? RowCheck.OneRole : "Keep one of the two rows: nobody can be in a cohort twice.");
            }
        }

        CheckManagers(byAddress);
        CheckCircles(byAddress);
        return [.. byAddress.Values];
    }

    private void CheckManagers(Dictionary<string, RosterEntry> byAddress)
    {
        var hints = 0;
        foreach (var entry in byAddress.Values)
        {
            if (entry.ManagerEmail is { } manager && !byAddress.ContainsKey(manager))
            {
                var hint = hints++ < MostHints ? ClosestWord.End(manager, byAddress.Keys.Where(address => address != entry.Email)) : ".";
                findings.Error(
                    entry.Place.FieldPlace("managerEmail"), $"{manager} is on no row of the list{hint}",
                    "Add a row for this manager, without a role if they take no part, or leave the field empty.");
            }
        }
    }

    /// <summary>Each circle is reported once, where it stands first in the list.</summary>
    private void CheckCircles(Dictionary<string, RosterEntry> byAddress)
    {
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in byAddress.Values)
        {
            var way = new List<string>();
            var onWay = new HashSet<string>(StringComparer.Ordinal);
            for (var at = entry; at is not null && !settled.Contains(at.Email); at = Above(at, byAddress))
            {
                if (!onWay.Add(at.Email))
                {
                    Report(way[way.IndexOf(at.Email)..], byAddress);
                    break;
                }

                way.Add(at.Email);
            }

            settled.UnionWith(onWay);
        }
    }

    private void Report(List<string> circle, Dictionary<string, RosterEntry> byAddress)
    {
        var where = byAddress[circle[0]].Place.FieldPlace("managerEmail");
        if (circle.Count == 1)
        {
            findings.Error(where, "Nobody is their own manager.", "Leave the field empty, or name somebody else.");
            return;
        }

        findings.Error(where, $"The reporting line runs in a circle: {string.Join(" → ", [.. circle, circle[0]])}.", "Somebody must be at the top: leave the manager of one of them empty.");
    }

    private static RosterEntry? Above(RosterEntry entry, Dictionary<string, RosterEntry> byAddress) =>
        entry.ManagerEmail is { } manager ? byAddress.GetValueOrDefault(manager) : null;
}
