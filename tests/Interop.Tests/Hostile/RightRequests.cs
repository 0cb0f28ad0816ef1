using Google.Protobuf;
using Google.Protobuf.Reflection;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Search.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;

namespace Parley.Interop.Tests.Hostile;

/// <summary>A right request of each method, with as little else in it as may hide what one spoiled field does.</summary>
internal static class RightRequests
{
    private static readonly Dictionary<MessageDescriptor, Func<RunningParley, IMessage>> Makers = new()
    {
        [SubmitArticleRequest.Descriptor] = _ => new SubmitArticleRequest { Article = Article() },
        [SubmitArticlesRequest.Descriptor] = _ => new SubmitArticlesRequest { Article = Article() },
        [WithdrawArticleRequest.Descriptor] = parley => new WithdrawArticleRequest { ArticleId = parley.NewArticle(Article()) },
        [ListArticleVersionsRequest.Descriptor] = _ => new ListArticleVersionsRequest { ArticleId = Dispatches.Announced.Id },
        [GetArticleRequest.Descriptor] = _ => new GetArticleRequest { ArticleId = Dispatches.Announced.Id },
        [AnalyzeRequest.Descriptor] = _ => new AnalyzeRequest { Text = "Norway and Finland met in Oslo." },
        [AnalyzeStreamRequest.Descriptor] = _ => new AnalyzeStreamRequest { Text = "Norway and Finland met in Oslo." },
        [GetEntryRequest.Descriptor] = parley => new GetEntryRequest { EntryId = parley.EntryId },
        [ListEntriesRequest.Descriptor] = _ => new ListEntriesRequest(),
        [GetDossierRequest.Descriptor] = _ => new GetDossierRequest { Actors = { "NOR", "FIN" } },
        [ListDossiersRequest.Descriptor] = _ => new ListDossiersRequest(),
        [ListChangesRequest.Descriptor] = _ => new ListChangesRequest(),
        [StartReprocessingRequest.Descriptor] = _ => new StartReprocessingRequest(),
        [GetReprocessingRequest.Descriptor] = parley => new GetReprocessingRequest { Number = parley.ReprocessingNumber },
        [CancelReprocessingRequest.Descriptor] = parley => new CancelReprocessingRequest { Number = parley.ReprocessingNumber },
        [ListReprocessingChangesRequest.Descriptor] = parley => new ListReprocessingChangesRequest { Number = parley.ReprocessingNumber },
        [WatchChangesRequest.Descriptor] = _ => new WatchChangesRequest(),
        [GiveVerdictRequest.Descriptor] = parley => new GiveVerdictRequest { Verdict = Verdict(parley) },
        [WithdrawVerdictRequest.Descriptor] = parley => new WithdrawVerdictRequest { VerdictId = parley.NewVerdict(Verdict(parley)), By = "Ada" },
        [GetVerdictRequest.Descriptor] = parley => new GetVerdictRequest { VerdictId = parley.NewVerdict(Verdict(parley)) },
        [ListVerdictsRequest.Descriptor] = _ => new ListVerdictsRequest(),
        [SearchArticlesRequest.Descriptor] = _ => new SearchArticlesRequest { Query = "Oslo" },
        [SearchEntriesRequest.Descriptor] = _ => new SearchEntriesRequest { Query = "Oslo" },
        [CreateSubscriptionRequest.Descriptor] = _ => new CreateSubscriptionRequest { Subscription = new() },
        [GetSubscriptionRequest.Descriptor] = parley => new GetSubscriptionRequest { SubscriptionId = parley.SubscriptionId },
        [ListSubscriptionsRequest.Descriptor] = _ => new ListSubscriptionsRequest(),
        [DeleteSubscriptionRequest.Descriptor] = parley => new DeleteSubscriptionRequest { SubscriptionId = parley.NewSubscription() },
        [UpdateSubscriptionRequest.Descriptor] = parley => new UpdateSubscriptionRequest { Subscription = new() { Id = parley.SubscriptionId, Name = "Desk" }, UpdateMask = new() { Paths = { "name" } } },
        [PreviewSubscriptionRequest.Descriptor] = _ => new PreviewSubscriptionRequest { Subscription = new() },
        [RotateWebhookSecretRequest.Descriptor] = parley => new RotateWebhookSecretRequest { SubscriptionId = parley.SubscriptionId, ChannelId = "1" },
        [IssueFeedAddressRequest.Descriptor] = parley => new IssueFeedAddressRequest { SubscriptionId = parley.SubscriptionId },
        [WithdrawFeedAddressRequest.Descriptor] = parley => new WithdrawFeedAddressRequest { SubscriptionId = parley.SubscriptionId },
        [ListAlertsRequest.Descriptor] = parley => new ListAlertsRequest { SubscriptionId = parley.SubscriptionId },
        [GetAlertRequest.Descriptor] = parley => new GetAlertRequest { AlertId = parley.AlertId },
        [AcknowledgeAlertRequest.Descriptor] = parley => new AcknowledgeAlertRequest { AlertId = parley.AlertId, By = "Ada" },
        [ReplayAlertsRequest.Descriptor] = parley => new ReplayAlertsRequest { SubscriptionId = parley.SubscriptionId, From = new() { Seconds = 1 } },
        [RedeliverRequest.Descriptor] = parley => new RedeliverRequest { DeliveryId = parley.DeliveryId },
        [WatchAlertsRequest.Descriptor] = _ => new WatchAlertsRequest(),
    };

    /// <summary>The request of a method; null where none has been thought of.</summary>
    public static IMessage? Of(MethodDescriptor method, RunningParley parley) => Makers.GetValueOrDefault(method.InputType)?.Invoke(parley);

    private static Verdict Verdict(RunningParley parley) =>
        new() { EntryId = parley.EntryWithoutVerdicts(), By = "Ada", PinStatement = new() { Kind = EntryKind.Visit } };

    private static ArticleSubmission Article() => new() { Text = "Norway and Finland met in Oslo on March 8.", PublishedAt = "2024-03-08", Intake = Intake.Backfill };
}
