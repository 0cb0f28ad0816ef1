using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its value, a text or, where the key ends in <c>-bin</c>, bytes.</summary>
    public sealed class Entry
    {
        // gRPC's Header-Name, before it is lowered: some letters outside ASCII, such as the Kelvin sign, lower into it.
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>An entry of bytes; throws where the key is not valid or does not end in <c>-bin</c>.</summary>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!IsBinary)
                throw new ArgumentException("The key of a binary entry ends in -bin.", nameof(key));
            bytes = [.. valueBytes];
        }

        /// <summary>An entry of text; throws where the key is not valid or ends in <c>-bin</c>.</summary>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (IsBinary)
                throw new ArgumentException("A key that ends in -bin takes bytes, not text.", nameof(key));
            text = value;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text; throws an <see cref="InvalidOperationException"/> where the value is bytes.</summary>
        public string Value => text ?? throw new InvalidOperationException($"The value of {Key} is bytes, not text.");

        /// <summary>A copy of the bytes; of a text, its ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. bytes];

        /// <summary>Key and text; of bytes only that there are some.</summary>
        public override string ToString() => bytes is null
            ? $"[Entry: key={Key}, value={text}]"
            : $"[Entry: key={Key}, valueBytes={bytes}]";

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.Length == 0 || key.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException(
                    "A metadata key has letters, digits, underscores, hyphens and dots only.", nameof(key));
            }

            return key.ToLowerInvariant();
        }
    }
}
