using System.Collections;
using System.Reflection;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class BufferTests
{
    private static readonly Sentence Somewhere = new(3, 9, 20, 60, IsTitle: true);

    [Fact]
    public void A_chunk_used_again_knows_nothing_of_the_one_it_was()
    {
        var used = new Chunk();
        Fill(used);
        used.AddModifier(new Party { Id = "TUR", Name = "Turkey", Text = "Turkish" });
        used.AddMediator(new Party { Id = "EGY", Name = "Egypt", Text = "Egyptian" });
        used.Parties.Add(new Party { Id = "RUS", Name = "Russia", Text = "Russia" });
        used.Begin(ChunkKind.Verb, 4, 6);

        var fresh = new Chunk();
        fresh.Begin(ChunkKind.Verb, 4, 6);
        Values(used).ShouldBe(Values(fresh));
    }

    [Fact]
    public void A_reading_used_again_knows_nothing_of_the_one_it_was()
    {
        var used = new ReadingBuffers().Reading("a text", Somewhere, []);
        used.Names.Add(default);
        used.Chunks.Add(new Chunk());
        used.Notes = [new TriggerNote(1, ExplanationStage.Trigger, "a reason")];
        used.Dates = [new DateExpression(0, 1, "a", null, null, Contracts.DatePrecision.Day)];
        used.Begin("another", default, []);

        Values(used).ShouldBe(Values(new ReadingBuffers().Reading("another", default, [])));
    }

    [Fact]
    public void What_an_article_worked_in_is_used_again_unless_it_was_huge()
    {
        var buffers = new ReadingBuffers();
        var first = buffers.Reading("a b", Somewhere, [new Token(), new Token()]);
        var array = first.Tokens;
        buffers.Clear().ShouldBeTrue();

        var second = buffers.Reading("c d", Somewhere, [new Token(), new Token()]);
        second.ShouldBeSameAs(first);
        second.Tokens.ShouldBeSameAs(array);
        buffers.Reading("e", Somewhere, [new Token()]).ShouldNotBeSameAs(second);
        buffers.Tokens.EnsureCapacity(1_000_000);
        buffers.Clear().ShouldBeFalse();
    }

    /// <summary>Gives every property that can be set a value that a new one does not have.</summary>
    private static void Fill(object target)
    {
        foreach (var property in target.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(target, type == typeof(bool) ? true
                : type == typeof(int) ? 77
                : type == typeof(string) ? "used"
                : type.IsEnum ? Enum.GetValues(type).GetValue(1)
                : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type));
        }
    }

    private static Dictionary<string, string> Values(object of) => of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(p => p.Name, p => p.GetValue(of) is { } value ? value is ICollection list ? $"{list.Count} in it" : value.ToString()! : "null");
}
