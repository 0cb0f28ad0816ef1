using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

public sealed class CeasefireStatusTests
{
    [Theory]
    [InlineData("called_for", "The United Nations Secretary-General appealed for a humanitarian pause in Tigray.")]
    [InlineData("called_for", "ECOWAS called on the warring factions in Liberia to observe a ceasefire without delay.")]
    [InlineData("called_for", "Egyptian mediators are working to secure a truce between Israel and Islamic Jihad.")]
    [InlineData("proposed", "The Afghan government has offered a three-month ceasefire to the Taliban, President Ashraf Ghani said.")]
    [InlineData("agreed", "Yugoslav army and Croatian commanders agreed to a ceasefire starting at noon on Saturday.")]
    [InlineData("agreed", "El Salvador's leftist guerrillas declared a Christmas truce.")]
    [InlineData("agreed", "The 14-day ceasefire, brokered by the Organisation of African Unity, is due to come into force at midnight on Sunday.")]
    [InlineData("agreed", "Ethiopia and Eritrea have accepted an Algerian-brokered plan to cease hostilities.")]
    [InlineData("agreed", "The treaty between Ecuador and Peru provides for a ceasefire.")]
    [InlineData("agreed", "Armenia and Azerbaijan signed an accord that calls for an immediate end to the fighting.")]
    [InlineData("proposed", "A new paper provides for an immediate end to the fighting between Armenia and Azerbaijan.")]
    [InlineData("in_force", "The truce, which took effect at dawn on Friday, is part of a deal brokered by Egypt.")]
    [InlineData("in_force", "A ceasefire between Armenia and Azerbaijan appeared to be holding on Sunday despite accusations of violations.")]
    [InlineData("extended", "The Bosnian government and Bosnian Serbs agreed to extend a four-month truce due to expire on Sunday.")]
    [InlineData("violated", "Tamil Tiger rebels on Sunday accused the Sri Lankan army of violating the truce by firing mortars at their positions.")]
    [InlineData("violated", "Fighting continued around Vukovar on Sunday in defiance of the 12th ceasefire brokered by the European Community.")]
    [InlineData("violated", "Clashes broke out in Khartoum on Thursday despite a truce.")]
    [InlineData("suspended", "The Tamil Tigers withdrew from the ceasefire on Thursday.")]
    [InlineData("collapsed", "The ETA guerrilla group announced on Thursday that it was ending its 14-month-old ceasefire.")]
    [InlineData("collapsed", "Hamas and Israel traded fire on Monday as a 72-hour truce collapsed within hours of taking effect.")]
    [InlineData("collapsed", "Israel refused to extend a truce with Hamas that expired on Friday morning.")]
    [InlineData("rejected", "Rwandan rebels rejected a government offer of a truce, saying the killings must stop first.")]
    [InlineData("rejected", "Iran rejected a U.N. Security Council demand for an immediate ceasefire in its war with Iraq.")]
    public void Tense_modality_and_verb_decide_the_status(string status, string text)
    {
        var mention = Read.One(text);
        mention.Type.ShouldBe(EntryType.Ceasefire);
        mention.Status.Word().ShouldBe(status);
    }

    [Fact]
    public void A_broker_is_a_mediator_and_no_party()
    {
        var mention = Read.One("The Sri Lankan government and Tamil Tiger rebels signed a Norwegian-brokered ceasefire on Friday.");
        mention.Ids().ShouldBe(["LKA", "LTTE"]);
        mention.Ids(ParticipantRole.Mediator).ShouldBe(["NOR"]);
    }

    [Fact]
    public void A_caller_is_no_party()
    {
        var mention = Read.One("U.N. Secretary-General Kofi Annan urged the two sides to respect the ceasefire.");
        mention.Ids(ParticipantRole.Caller).ShouldBe(["UN"]);
        mention.Ids().ShouldBeEmpty();
    }

    [Fact]
    public void A_unilateral_ceasefire_says_so() =>
        Read.One("FARC rebels said they would end their unilateral ceasefire after an army raid killed 26 guerrillas.").Unilateral.ShouldBeTrue();
}
