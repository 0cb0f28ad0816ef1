namespace Parley.Platform.Security;

/// <summary>A stranger has named a host that is at no public address.</summary>
public sealed class PrivateAddressException(string message) : IOException(message);
