using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ReverseMentoring.Tests.Properties;

/// <summary>
/// Tries a property on the same cases in every run, so that green stays green. <c>PROPERTIES=random</c> draws others,
/// <c>PROPERTIES=12345</c> repeats those of one seed.
/// </summary>
internal static class PropertyRun
{
    private const string Variable = "PROPERTIES";
    private const ulong UsualSeed = 2027_03_01;

    // FsCheck's generator wants a second number, and an odd one; a constant makes one number enough to replay a run.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => UsualSeed,
        "random" => (ulong)Random.Shared.NextInt64(1, int.MaxValue),
        var given => ulong.Parse(given, CultureInfo.InvariantCulture),
    };

    /// <summary>Throws where the property doesn't hold, and says how to see that again.</summary>
    /// <param name="times">How many cases each seed gives.</param>
    /// <param name="sizes">How large the cases are, from the first to the last; FsCheck's own 1 to 100 if left out.</param>
    public static void Hold(this Property property, int times = 100, (int First, int Last)? sizes = null, [CallerMemberName] string test = "")
    {
        foreach (var seed in Seed == UsualSeed ? [Seed, .. FailedSeeds.Of(test)] : new[] { Seed })
        {
            HoldOn(seed, property, times, sizes, test);
        }
    }

    /// <summary>The same for what draws its cases itself, from a number.</summary>
    public static void Hold(int times, Action<int> property, [CallerMemberName] string test = "") =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), property).Hold(times, test: test);

    private static void HoldOn(ulong seed, Property property, int times, (int First, int Last)? sizes, string test)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(times)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, Gamma), FSharpOption<int>.None)));
        if (sizes is { } between)
        {
            config = config.WithStartSize(between.First).WithEndSize(between.Last);
        }

        try
        {
            Check.One(config, property);
        }
        catch (Exception failed)
        {
            throw new Xunit.Sdk.XunitException(
                $"{test} does not hold for seed {seed}. Again: {Variable}={seed} dotnet test tests/ReverseMentoring.Tests --filter FullyQualifiedName~{test}", failed);
        }
    }
}
