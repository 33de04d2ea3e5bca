using System.Text;

namespace ReverseMentoring.Core.Processes;

/// <summary>
/// What a log may tell of a failure: its type and where it came from, and the same of what caused it. Messages stay out,
/// for they may hold names and addresses.
/// </summary>
public static class FailureTrail
{
    public static string Describe(Exception failure)
    {
        var trail = new StringBuilder();
        for (Exception? one = failure; one is not null; one = one.InnerException)
        {
            trail.Append(trail.Length == 0 ? "" : "\n caused by ").Append(one.GetType());
            if (one.StackTrace is { } stack)
            {
                trail.Append('\n').Append(stack);
            }
        }

        return trail.ToString();
    }
}
