using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Parley.Cli.Running;

/// <summary>Opens a stream behind a token; empty: from now on.</summary>
/// <typeparam name="TResponse">What it gives.</typeparam>
internal delegate IAsyncEnumerable<TResponse> OpenStream<out TResponse>(string resumeToken, CancellationToken cancellation);

/// <summary>A stream, of alerts or of changes, that goes on when it is cut: from its last token, so that none is missed and none comes twice.</summary>
/// <typeparam name="TResponse">What it gives.</typeparam>
/// <param name="what">What it is a stream of, for remarks.</param>
/// <param name="open">Opens the stream.</param>
/// <param name="tokenOf">The token of a response.</param>
/// <param name="say">Takes remarks for people.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveStream<TResponse>(
    string what, OpenStream<TResponse> open, Func<TResponse, string> tokenOf, Action<string> say, TimeProvider time)
    where TResponse : class
{
    /// <summary>The service gives a sign of life every 15 s; three that are missing are no accident.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Where to go on from, after what was given last.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Goes on until cancelled, or until the service refuses. What fails before the first sign of life fails the whole.</summary>
    /// <param name="from">The token to go on from; empty: from now on.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<TResponse> ReadAsync(string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Token = from;
        var (begun, cut) = (false, false);
        var pause = ShortestPause;
        while (true)
        {
            using var silence = new CancellationTokenSource(Silence, time);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, silence.Token);
            await using var stream = open(Token, ending.Token).GetAsyncEnumerator(ending.Token);
            while (true)
            {
                var (response, end) = await NextAsync(stream, begun, silence.Token, cancellation);
                if (response is null)
                {
                    if (!cut)
                        say($"the stream of {what} was cut ({end}); it goes on from its last token as soon as there is an answer");
                    cut = true;
                    break;
                }

                if (cut)
                    say("watching again");
                (begun, cut, pause) = (true, false, ShortestPause);
                silence.CancelAfter(Silence);
                Token = tokenOf(response);
                yield return response;
            }

            await Task.Delay(pause, time, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <returns>The next response, or why there is none.</returns>
    private static async Task<(TResponse? Response, string End)> NextAsync(
        IAsyncEnumerator<TResponse> stream, bool begun, CancellationToken silence, CancellationToken cancellation)
    {
        try
        {
            return await stream.MoveNextAsync() ? (stream.Current, "") : (null, "the service ended it");
        }
        catch (Exception e) when (begun && !cancellation.IsCancellationRequested && IsCut(e))
        {
            return (null, silence.IsCancellationRequested ? "no sign of life" : Reason(e));
        }
    }

    private static string Reason(Exception e) => e is RpcException rpc ? rpc.Status.Detail : e.Message;

    /// <summary>Not where to ask again would be in vain: the subscription has gone, the token is none, the key does not open it.</summary>
    private static bool IsCut(Exception e) => e switch
    {
        RpcException rpc => rpc.StatusCode is not (StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.PermissionDenied
            or StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.FailedPrecondition),
        // Nothing runs here just now, or the silence has lasted too long.
        _ => e is UsageException or OperationCanceledException,
    };
}
