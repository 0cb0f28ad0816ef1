using System.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>
/// Maps a service's methods as the gRPC server does by itself, but with requests read by <see cref="RequestReading"/>: there is no other place
/// where what the server makes of an unreadable message, UNKNOWN and a stack trace in the log, can be changed.
/// </summary>
internal sealed class MethodsWithReadableRequests<TService> : IServiceMethodProvider<TService>
    where TService : class
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        // Generated code names, on the service's base class, the class that binds it.
        var generated = typeof(TService);
        while (generated is not null && !generated.IsDefined(typeof(BindServiceMethodAttribute), inherit: false))
            generated = generated.BaseType;
        if (generated?.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is not { } binding)
            return;
        var bind = binding.BindType.GetMethod(
            binding.BindMethodName, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [typeof(ServiceBinderBase), generated])
            ?? throw new InvalidOperationException($"{binding.BindType} has no {binding.BindMethodName}.");
        bind.Invoke(null, [new Binder(context), null]);
    }

    private sealed class Binder(ServiceMethodProviderContext<TService> context) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            context.AddUnaryMethod(
                RequestReading.Of(method),
                Metadata(method.Name, typeof(TRequest), typeof(ServerCallContext)),
                Invoker<UnaryServerMethod<TService, TRequest, TResponse>>(method.Name, typeof(TRequest), typeof(ServerCallContext)));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddClientStreamingMethod(
                RequestReading.Of(method),
                Metadata(method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext)),
                Invoker<ClientStreamingServerMethod<TService, TRequest, TResponse>>(
                    method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext)));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddServerStreamingMethod(
                RequestReading.Of(method),
                Metadata(method.Name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)),
                Invoker<ServerStreamingServerMethod<TService, TRequest, TResponse>>(
                    method.Name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddDuplexStreamingMethod(
                RequestReading.Of(method),
                Metadata(method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)),
                Invoker<DuplexStreamingServerMethod<TService, TRequest, TResponse>>(
                    method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)));

        /// <summary>What attributes say of a method, for the middleware that stands before it.</summary>
        private static List<object> Metadata(string name, params Type[] parameters) =>
            [.. typeof(TService).GetCustomAttributes(inherit: true), .. Find(name, parameters).GetCustomAttributes(inherit: true)];

        private static TDelegate Invoker<TDelegate>(string name, params Type[] parameters)
            where TDelegate : Delegate => Find(name, parameters).CreateDelegate<TDelegate>();

        private static MethodInfo Find(string name, Type[] parameters) =>
            typeof(TService).GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, parameters)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no {name}.");
    }
}
