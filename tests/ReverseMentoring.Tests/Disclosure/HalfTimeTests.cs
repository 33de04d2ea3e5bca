using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Disclosure;

public sealed class HalfTimeTests
{
    [Fact]
    public async Task It_closes_for_all_together_while_sessions_go_on_and_takes_no_answers_then()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Sessions);
        for (var day = 0; day < 300 && (await programme.State()).ClosedWaves.Count == 0; day++)
        {
            await programme.Answer();
            Assert.Empty(await host.Store.ReadWaves(programme.Id));
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
        }

        var state = await programme.State();
        Assert.Equal((PhaseNames.Sessions, (string?)null), (state.Phase, state.PublishingWave));
        var wave = Assert.Single(await host.Store.ReadWaves(programme.Id));
        Assert.Equal(FigureState.Shown, wave.Find(WaveCatalogue.GoingWell, Cells.All)!.State);
        await host.SignIn();
        Assert.Contains(SmallProgramme.Comment, (await host.Page($"/manage/cohorts/{programme.Id}/report")).Source.Text, StringComparison.Ordinal);

        var answered = await host.Store.Query<AnswerReceipt>(programme.Partition, KeyRange.Prefix(AskId.MeetingAnswers))
            .Where(row => row.Value.Id.Form is FormKind.HalfTime).FirstAsync();
        var answers = host.Services.GetRequiredService<AnswerService>();
        Assert.False(await answers.StoreAnswer(programme.Id, answered.Value.Id, new HalfTimeAnswer(1, "late", MayBeShown: true)));
    }
}
