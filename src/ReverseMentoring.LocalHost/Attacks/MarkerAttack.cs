using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Everybody writes a word of their own into each form. One that a manager finds without its writer's leave, before the survey is over, or among
/// fewer than it takes, tells who said what; so does an id that can be worked out from an address.
/// </summary>
internal sealed class MarkerAttack : IAttack
{
    /// <summary>People and pairs whose own pages are searched too.</summary>
    private const int Looked = 8;

    public string Name => "markers";

    public string Tells => "Let everybody write a word of their own, and look for these, and for ids made of addresses, in all that a manager sees";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        await using var programme = await AttackedProgramme.Begin(plan, new() { Words = Marks.Words }, cancel);
        var (tried, isolated, phase) = (0, new SortedSet<string>(StringComparer.Ordinal), "");
        await programme.RunUntil(
            async state =>
            {
                if (state.Phase != phase)
                {
                    phase = state.Phase;
                    await Look();
                }

                return phase == PhaseNames.Retention;
            },
            cancel);
        return new(tried, [.. isolated]);

        async Task Look()
        {
            var people = await programme.People(cancel);
            var least = (await programme.Store.Read<Cohort>(programme.Partition, Rows.Cohort, cancel))!.Value.MinimumGroup;
            var pairs = (await programme.Pairs(cancel)).Select(pair => pair.Id).Take(Looked);
            foreach (var (place, text) in await new ManagerReader(programme, [.. people.Select(person => person.Id).Take(Looked)], [.. pairs]).Read(cancel))
            {
                tried++;
                var marks = Marks.In(text);
                isolated.UnionWith(marks.Where(mark => !Marks.MayBeShown(mark)).Select(_ => $"words that nobody but their writer's partner may read stand in {Named(place)}"));
                isolated.UnionWith(marks.Count is 0 || marks.Count >= least ? [] : [$"words of {marks.Count} people, fewer than {least}, stand in {Named(place)}"]);
                isolated.UnionWith(people.Where(person => IdsOf(person.Email).Any(id => text.Contains(id, StringComparison.OrdinalIgnoreCase)))
                    .Select(_ => $"ids that anybody can work out from addresses stand in {Named(place)}"));
            }
        }

        string Named(string place) => place.Replace(programme.Rehearsal.Cohort.Value, "…", StringComparison.Ordinal);
    }

    private static string[] IdsOf(string address) => address.Length == 0 ? [] : [Names.Digest(address), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16]];
}
