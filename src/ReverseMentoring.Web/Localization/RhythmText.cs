using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Localization;

/// <summary>"every other week, starting Thursday, February 11, 12:30 PM (Berlin time)", on the reader's clock.</summary>
public static class RhythmText
{
    public static string Say(FixedRhythm rhythm, Localizer localizer) => Texts.Shared.Text(
        localizer.Culture, $"Rhythm.{rhythm.Weeks}", ("when", localizer.When(Zone.Find(rhythm.Zone).At(rhythm.First, rhythm.At))));
}
