using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class MetadataKeepsItsPromises
{
    [Fact]
    public void Keys_become_lower_case() => new Metadata.Entry("X-Word", "truce").Key.ShouldBe("x-word");

    [Fact]
    public void A_key_in_lower_case_stays_the_same_object()
    {
        var key = new string("x-word");

        new Metadata.Entry(key, "truce").Key.ShouldBeSameAs(key);
    }

    [Theory]
    [InlineData("a-b_c.9")]
    [InlineData("0")]
    [InlineData("-a")]
    [InlineData("_")]
    public void Letters_digits_and_three_marks_make_a_key(string key) => new Metadata.Entry(key, "v").Key.ShouldBe(key);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("colon:")]
    [InlineData("ключ")]
    [InlineData("line\n")]
    [InlineData("a[")]
    [InlineData("a/b")]
    [InlineData(":path")]
    [InlineData("\u212A")] // the Kelvin sign, which lowers to an ASCII k
    public void Other_characters_are_refused(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "v"));

    [Fact]
    public void A_text_under_a_binary_key_is_refused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("proof-BIN", "text"));

    [Fact]
    public void Bytes_under_a_text_key_are_refused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("proof", [1]));

    [Fact]
    public void Null_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry(null!, "v"));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("k", (string)null!));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("k-bin", (byte[])null!));
        Should.Throw<ArgumentNullException>(() => new Metadata().Add(null!));
        Should.Throw<ArgumentNullException>(() => new Metadata().Insert(0, null!));
        Should.Throw<ArgumentNullException>(() => new Metadata { { "a", "1" } }[0] = null!);
    }

    [Fact]
    public void Bytes_are_copied_in_and_out()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("proof-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        entry.ValueBytes.ShouldBe([1, 2]);
    }

    [Fact]
    public void A_text_has_bytes_and_bytes_have_no_text()
    {
        new Metadata.Entry("word", "Az").ValueBytes.ShouldBe([65, 122]);
        Should.Throw<InvalidOperationException>(() => new Metadata.Entry("word-bin", [65]).Value);
    }

    [Fact]
    public void An_entry_knows_whether_it_is_binary()
    {
        new Metadata.Entry("word-bin", [65]).IsBinary.ShouldBeTrue();
        new Metadata.Entry("word", "A").IsBinary.ShouldBeFalse();
    }

    [Fact]
    public void An_entry_shows_key_and_text_but_no_bytes()
    {
        new Metadata.Entry("Word", "truce").ToString().ShouldBe("[Entry: key=word, value=truce]");
        new Metadata.Entry("key-bin", [1]).ToString().ShouldBe("[Entry: key=key-bin, valueBytes=System.Byte[]]");
    }

    [Fact]
    public void Keys_of_bytes_end_alike() => Metadata.BinaryHeaderSuffix.ShouldBe("-bin");

    [Fact]
    public void Get_finds_the_last_of_a_key_and_GetAll_all_of_them()
    {
        var metadata = new Metadata { { "k", "one" }, { "other", "x" }, { "k", "two" } };

        metadata.GetValue("k").ShouldBe("two");
        metadata.Get("k")!.Value.ShouldBe("two");
        metadata.GetAll("k").Select(entry => entry.Value).ShouldBe(["one", "two"]);
    }

    [Fact]
    public void A_key_is_found_in_whatever_case()
    {
        var metadata = new Metadata { { "X-Word", "truce" }, { "x-proof-bin", [7] } };

        metadata.Get("X-WORD")!.Value.ShouldBe("truce");
        metadata.GetValue("x-Word").ShouldBe("truce");
        metadata.GetValueBytes("X-Proof-BIN").ShouldBe([7]);
        metadata.GetAll("X-WORD").Count().ShouldBe(1);
        metadata.Get("\u212A").ShouldBeNull();
    }

    [Fact]
    public void The_text_of_a_key_of_bytes_is_refused_and_the_bytes_of_a_text_are_its_ASCII()
    {
        var metadata = new Metadata { { "proof-bin", [1] }, { "word", "Az" } };

        Should.Throw<InvalidOperationException>(() => metadata.GetValue("proof-bin"));
        metadata.GetValueBytes("word").ShouldBe([65, 122]);
    }

    [Fact]
    public void A_key_that_is_not_there_gives_nothing()
    {
        var metadata = new Metadata();

        metadata.Get("k").ShouldBeNull();
        metadata.GetValue("k").ShouldBeNull();
        metadata.GetValueBytes("k-bin").ShouldBeNull();
        metadata.GetAll("k").ShouldBeEmpty();
    }

    [Fact]
    public void It_is_a_list()
    {
        var first = new Metadata.Entry("a", "1");
        var second = new Metadata.Entry("b", "2");
        var third = new Metadata.Entry("c", "3");
        var metadata = new Metadata { second };

        metadata.Insert(0, first);
        metadata[1] = third;
        metadata.Add(second);
        metadata.Remove(first).ShouldBeTrue();
        metadata.RemoveAt(0);

        metadata.ShouldBe([second]);
        metadata.Contains(second).ShouldBeTrue();
        metadata.IndexOf(second).ShouldBe(0);
        var copy = new Metadata.Entry[1];
        metadata.CopyTo(copy, 0);
        copy.ShouldBe([second]);
        metadata.Clear();
        metadata.Count.ShouldBe(0);
    }

    [Fact]
    public void The_shared_empty_one_cannot_be_changed()
    {
        var entry = new Metadata.Entry("a", "1");

        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add(entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Insert(0, entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Remove(entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.RemoveAt(0));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty[0] = entry);
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a-bin", [1]));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Clear());
        new Metadata().IsReadOnly.ShouldBeFalse();
    }
}
