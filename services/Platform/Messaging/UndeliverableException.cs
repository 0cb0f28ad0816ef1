namespace Parley.Platform.Messaging;

/// <summary>A message that trying again will not deliver: its body cannot be read, or a consumer refuses it for good.</summary>
public sealed class UndeliverableException(string message, Exception? inner = null) : Exception(message, inner);
