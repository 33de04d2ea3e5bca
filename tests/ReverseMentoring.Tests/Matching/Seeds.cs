using FsCheck;
using FsCheck.Fluent;

namespace ReverseMentoring.Tests.Matching;

internal static class Seeds
{
    public static void Hold(int times, Action<int> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property));
}
