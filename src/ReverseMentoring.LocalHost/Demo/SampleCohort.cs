namespace ReverseMentoring.LocalHost.Demo;

/// <summary>The cohort that the demo plays: an invented company over six time zones.</summary>
internal static class SampleCohort
{
    public static string People => ReadResource("people.csv");

    public static string Settings => ReadResource("cohort.json");

    private static string ReadResource(string name)
    {
        using var stream = typeof(SampleCohort).Assembly.GetManifestResourceStream(typeof(SampleCohort), name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
