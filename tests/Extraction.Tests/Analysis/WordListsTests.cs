using System.Reflection;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class WordListsTests
{
    [Fact]
    public void Each_list_of_the_file_is_read_by_a_rule_and_holds_words()
    {
        var lists = typeof(WordLists).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(WordList)).Select(p => (WordList)p.GetValue(null)!).ToList();

        lists.Distinct().Count().ShouldBe(WordLists.Names.Count);
        lists.ShouldAllBe(l => l.Words.Count > 0);
    }

    [Fact]
    public void No_word_stands_in_a_list_twice()
    {
        foreach (var line in KnowledgeFile.Read("lists.txt"))
            KnowledgeFile.Names(line[1]).ShouldBeUnique(line[0]);
    }

    [Theory]
    [InlineData("fly", true)]
    [InlineData("flying", false)]
    [InlineData(null, false)]
    public void A_list_has_the_word_itself_and_nothing_else(string? word, bool has) => WordLists.Motion.Has(word).ShouldBe(has);
}
