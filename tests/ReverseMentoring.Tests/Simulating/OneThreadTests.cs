using Microsoft.AspNetCore.Routing.Matching;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.Tests.Simulating;

/// <summary>What goes on next is drawn from what could, so nothing may come among it at a moment that no seed knows.</summary>
public sealed class OneThreadTests
{
    [Fact]
    public void Of_several_that_could_go_on_the_draw_says_which()
    {
        var order = new List<int>();
        new OneThread(count => count - 1).Run(async () =>
        {
            await Task.WhenAll(Note(1), Note(2), Note(3));
            return 0;
        });

        Assert.Equal([3, 2, 1], order);

        async Task Note(int number)
        {
            await Task.Yield();
            order.Add(number);
        }
    }

    /// <summary>Whether it is queued depends on who is quicker, it or the thread that it compiles on.</summary>
    [Fact]
    public void Routes_that_are_compiled_in_the_background_are_none_of_them()
    {
        var draws = 0;
        var wentOn = new OneThread(_ => draws++).Run(async () =>
        {
            var compiled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (ours, routes) = (GoOn<OneThreadTests>(compiled.Task), GoOn<PolicyJumpTable>(compiled.Task));
            compiled.SetResult();
            var atOnce = (ours.IsCompleted, routes.IsCompleted);
            await ours;
            return atOnce;
        });

        Assert.Equal((false, true), wentOn);
        Assert.Equal(0, draws);
        Assert.Equal(typeof(PolicyJumpTable).Namespace, Type.GetType("Microsoft.AspNetCore.Routing.Matching.ILEmitTrieJumpTable, Microsoft.AspNetCore.Routing")?.Namespace);
    }

    [Fact]
    public void Whatever_else_comes_from_another_thread_is_told()
    {
        var thread = new OneThread(_ => 0);
        using var waits = new ManualResetEventSlim();
        thread.Run(() =>
        {
            var going = AfterAnother();
            waits.Set();
            return going;
        });

        Assert.Contains(nameof(Whatever_else_comes_from_another_thread_is_told), thread.Disturbance, StringComparison.Ordinal);

        async Task<int> AfterAnother()
        {
            await Task.Run(waits.Wait);
            return 0;
        }
    }

    /// <summary>The type says whose it is, as a state machine's does.</summary>
    private static async Task GoOn<T>(Task before) => await before;
}
