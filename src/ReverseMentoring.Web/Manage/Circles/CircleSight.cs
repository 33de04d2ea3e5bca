using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Circles;

/// <summary>A turn of the rota with its session; null before the sessions are booked.</summary>
public sealed record RotaRow(RotaTurn Turn, Session? Session);

/// <summary>One circle: who, about what, and how they meet. Who left it is told to nobody.</summary>
public sealed record CircleSight(
    DeskAtCohort Desk, Circle Circle, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<RotaRow> Rota);

internal sealed class CirclePage(IStore store)
{
    /// <param name="desk">Of a cohort that is not erased.</param>
    /// <param name="id">As it stands in the address.</param>
    public async Task<Outcome> Show(DeskAtCohort desk, string id)
    {
        if (await new CircleBook(store, desk.Cohort.Id).Find(id, desk.Cancel) is not { Value: { } circle })
        {
            return Trouble.NotFound(desk);
        }

        var sessions = await new PairBook(store, desk.Cohort.Id).Sessions(id, desk.Cancel)
            .ToDictionaryAsync(session => session.Value.Number, session => session.Value, cancellationToken: desk.Cancel);
        return Outcome.Of<CircleView>(new CircleSight(
            desk, circle, await desk.Rows.People(), await new TopicBook(store).Read(desk.Cohort, desk.Cancel),
            [.. circle.Rota.Where(turn => sessions.Count == 0 ? turn.Session <= desk.Cohort.Settings.Sessions.Sessions : sessions.ContainsKey(turn.Session)).Select(turn => new RotaRow(turn, sessions.GetValueOrDefault(turn.Session)))]));
    }
}
