using MassTransit;
using Parley.Contracts.Messages;

namespace Parley.Platform.Messaging;

/// <summary>Gives a bundle the exchange of the messages in it: whoever is bound to them gets it too.</summary>
internal sealed class BundleExchanges : IEntityNameFormatter
{
    /// <summary>The exchange that MassTransit publishes messages of a type to.</summary>
    public static string Of(Type message) => IsBundle(message) ? Of(message.GenericTypeArguments[0]) : $"{message.Namespace}:{message.Name}";

    public string FormatEntityName<T>() => Of(typeof(T));

    private static bool IsBundle(Type message) => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Bundle<>);
}
