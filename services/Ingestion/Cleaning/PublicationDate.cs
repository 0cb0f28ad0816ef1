namespace Parley.Ingestion.Cleaning;

internal static class PublicationDate
{
    public static DateTimeOffset? Infer(string text, DateOnly latest) => null;
}
