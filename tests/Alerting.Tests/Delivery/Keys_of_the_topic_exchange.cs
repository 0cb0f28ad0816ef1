using System.Text;
using Parley.Alerting.Delivery;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Delivery;

public sealed class Keys_of_the_topic_exchange
{
    [Fact]
    public void A_change_has_one_for_each_participant() => TopicAlert.KeysOf(Changes.PutOff).ShouldBe(
        ["talks.status.postponed.CYP", "talks.status.postponed.TUR", "talks.status.postponed.UN"]);

    [Fact]
    public void A_change_without_participants_has_one_all_the_same() =>
        TopicAlert.KeysOf(Changes.NewTruce).ShouldBe(["ceasefire.new.in_force.none"]);

    [Fact]
    public void A_participant_in_two_roles_counts_once() => Of("CYP", "CYP").ShouldBe(["ceasefire.new.in_force.CYP"]);

    [Fact]
    public void A_key_has_four_words_whatever_the_id() => Of("st.-pierre", "J.N.I.M").ShouldBe(
        ["ceasefire.new.in_force.st--pierre", "ceasefire.new.in_force.J-N-I-M"]);

    [Fact]
    public void A_key_fits_into_what_the_protocol_allows() =>
        Of(new string('é', 300)).ShouldAllBe(k => Encoding.UTF8.GetByteCount(k) <= 255);

    private static IReadOnlyList<string> Of(params string[] ids)
    {
        var roles = Enum.GetValues<ParticipantRole>();
        var participants = ids.Select((id, i) => new Participant { Id = id, Name = id, Role = roles[i] }).ToList();
        return TopicAlert.KeysOf(Changes.NewTruce with { After = Changes.Truce with { Participants = participants } });
    }
}
