using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Forms;

public static class FormServices
{
    /// <summary>
    /// The pages behind signed links; map them by <see cref="FormEndpoints.MapForms"/>. The host adds the programme, a
    /// store, a <see cref="Core.Links.LinkSigner"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInClock(TimeProvider.System));
        services.TryAddSingleton<ClientAddress>();
        services.TryAddSingleton(new BrowserDraw(new SystemRandomSource()));
        return services.AddLogging()
            .AddSingleton<LinkAuthorizer>()
            .AddSingleton<BrowserCookie>()
            .AddSingleton<OwnBrowser>()
            .AddSingleton<AnsweringBrowser>()
            .AddSingleton<MeetingPageModels>()
            .AddSingleton<SessionPageModels>()
            .AddSingleton<TimeChoice>()
            .AddSingleton<FeedLinks>()
            .AddSingleton<CalendarFeed>()
            .AddSingleton<MyDataPages>()
            .AddSingleton<ParticipationModels>()
            .AddSingleton<ParticipationSettings>()
            .AddSingleton<CertificatePages>()
            .AddSingleton<CertificateLimit>()
            .AddSingleton<PageWriter>()
            .AddSingleton<FormRegistry>()
            .AddSingleton<FormErrorHandler>()
            .AddSingleton<IForm, TopicsForm>()
            .AddSingleton<IForm, OffersForm>()
            .AddSingleton<IForm, ConfirmationForm>()
            .AddSingleton<IForm, ExpectationsForm>()
            .AddSingleton<IForm, PulseForm>()
            .AddSingleton<IForm, HalfTimeForm>()
            .AddSingleton<IForm, FeedbackForm>()
            .AddSingleton<IForm, RescheduleForm>()
            .AddSingleton<IForm, CancelForm>()
            .AddSingleton<IForm, CadenceForm>()
            .AddSingleton<IForm, DelegateForm>()
            .AddSingleton<IForm, OwnActForm>()
            .AddSingleton<IForm, PairForm>()
            .AddSingleton<IForm, ParticipationForm>();
    }
}
