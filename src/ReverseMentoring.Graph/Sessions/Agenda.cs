using System.Net;
using System.Text;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Graph.Sessions;

internal static class Agenda
{
    /// <summary>The agenda's paragraphs, then the topics as a list.</summary>
    public static string Html(SessionEvent session)
    {
        var html = new StringBuilder();
        foreach (var paragraph in session.Agenda)
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        }

        if (session.Topics.Count > 0)
        {
            html.Append("<ul>");
            foreach (var topic in session.Topics)
            {
                html.Append("<li>").Append(WebUtility.HtmlEncode(topic)).Append("</li>");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }
}
