namespace Parley.Platform.Grpc;

/// <summary>A field of a request that is wrong.</summary>
/// <param name="Field">Its path: <c>article.text</c>.</param>
/// <param name="Description">What is wrong with it, to follow its name: <c>is empty</c>.</param>
public sealed record FieldError(string Field, string Description);
