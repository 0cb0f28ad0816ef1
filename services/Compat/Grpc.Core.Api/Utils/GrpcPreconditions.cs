namespace Grpc.Core.Utils;

/// <summary>Checks that throw; gRPC's own code and code around it call them by these names.</summary>
public static class GrpcPreconditions
{
    /// <summary>Throws an <see cref="ArgumentException"/> unless the condition holds.</summary>
    public static void CheckArgument(bool condition)
    {
        if (!condition)
            throw new ArgumentException(null);
    }

    /// <summary>Throws an <see cref="ArgumentException"/> with the message given unless the condition holds.</summary>
    public static void CheckArgument(bool condition, string errorMessage)
    {
        if (!condition)
            throw new ArgumentException(errorMessage);
    }

    /// <summary>Gives back what is not null, and throws an <see cref="ArgumentNullException"/> otherwise.</summary>
    public static T CheckNotNull<T>(T reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference;
    }

    /// <summary>Gives back what is not null, and throws an <see cref="ArgumentNullException"/> with the name given otherwise.</summary>
    public static T CheckNotNull<T>(T reference, string paramName)
    {
        ArgumentNullException.ThrowIfNull(reference, paramName);
        return reference;
    }

    /// <summary>Throws an <see cref="InvalidOperationException"/> unless the condition holds.</summary>
    public static void CheckState(bool condition)
    {
        if (!condition)
            throw new InvalidOperationException();
    }

    /// <summary>Throws an <see cref="InvalidOperationException"/> with the message given unless the condition holds.</summary>
    public static void CheckState(bool condition, string errorMessage)
    {
        if (!condition)
            throw new InvalidOperationException(errorMessage);
    }
}
