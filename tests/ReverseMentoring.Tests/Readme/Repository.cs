namespace ReverseMentoring.Tests.Readme;

/// <summary>Where these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Above(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "ReverseMentoringFunctions.sln"))
        ? folder.FullName
        : Above(folder.Parent ?? throw new InvalidOperationException("The tests stand in no repository."));
}
