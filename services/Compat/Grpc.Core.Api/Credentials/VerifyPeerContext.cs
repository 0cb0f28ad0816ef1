namespace Grpc.Core;

/// <summary>The server that <see cref="VerifyPeerCallback"/> is to judge.</summary>
public class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem)
    {
        TargetName = targetName;
        PeerPem = peerPem;
    }

    /// <summary>The name that the client asked for.</summary>
    public string TargetName { get; }

    /// <summary>The server's certificate as PEM.</summary>
    public string PeerPem { get; }
}

/// <summary>A further check of a server's certificate, after the usual ones; false refuses the connection.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
