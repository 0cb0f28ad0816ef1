using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Ways of building a sentence, each with the step that it tells of.</summary>
public sealed class ConstructionTests
{
    [Theory]
    [InlineData("talks", "suspended", "Talks between Mauritania and Senegal to settle their border quarrel collapsed on Friday in Bamako.")]
    [InlineData("talks", "postponed", "Negotiations between Guinea and Liberia, due to open in Abuja on Monday, have been put off.")]
    [InlineData("talks", "suspended", "The meeting that Ecuador and Peru began in Brasilia last week broke up in anger on Tuesday.")]
    [InlineData("ceasefire", "collapsed", "The truce which Mali and the MNLA had signed in Ouagadougou fell to pieces on Sunday.")]
    [InlineData("ceasefire", "in_force", "The ceasefire that Ethiopia and Eritrea made in June is holding, observers say.")]
    [InlineData("talks", "postponed", "The opening of negotiations between Angola and UNITA was delayed by a day on Thursday.")]
    [InlineData("talks", "postponed", "Benin and Togo put off ministerial-level talks that were expected to deal with smuggling.")]
    [InlineData("talks", "held", "Two days of discussions between Croatia and Slovenia ended in Zagreb on Sunday.")]
    [InlineData("ceasefire", "agreed", "Armenia and Azerbaijan accepted on Monday a ceasefire along the whole of their border.")]
    [InlineData("ceasefire", "proposed", "The PKK offered Turkey a truce of three months on Sunday.")]
    [InlineData("ceasefire", "called_for", "The bishops begged the ELN and the army of Colombia to grant each other a truce.")]
    [InlineData("ceasefire", "violated", "Serb gunners shelled Tuzla on Sunday, hours after a truce with Bosnia's government came into force.")]
    [InlineData("ceasefire", "rejected", "The army of Sudan said there would be no truce with the Rapid Support Forces.")]
    [InlineData("ceasefire", "proposed", "Burundi's army said on Friday it would observe a ceasefire if the rebels laid down their arms.")]
    [InlineData("ceasefire", "collapsed", "The cease-fire in Lebanon was in tatters on Tuesday after a night of shelling.")]
    [InlineData("ceasefire", "collapsed", "The newest ceasefire in Bosnia lasted barely an hour before the guns in Sarajevo opened up again.")]
    [InlineData("ceasefire", "suspended", "Moro separatists in the Philippines revoked their ceasefire with Manila on Monday.")]
    [InlineData("talks", "cancelled", "President Clinton's meeting with the Syrian leader will not take place, an aide said.")]
    [InlineData("talks", "rejected", "Cyprus sees no point in talks with Turkey, its foreign minister said.")]
    [InlineData("talks", "suspended", "Nepal's Maoists ended months of peace talks with the government on Thursday.")]
    [InlineData("talks", "planned", "The Tanzanian president will fly to Kampala on Friday and meet Ugandan President Yoweri Museveni.")]
    [InlineData("talks", "proposed", "Turkey has offered to host and mediate talks between Russia and Ukraine.")]
    [InlineData("talks", "cancelled", "President Bush cancelled plans on Tuesday to meet Palestinian leader Yasser Arafat in New York.")]
    [InlineData("talks", "planned", "The leaders of India and Pakistan are to see each other in Colombo next week.")]
    [InlineData("talks", "held", "The foreign ministers of Spain and Morocco, meeting in Rabat, promised closer ties.")]
    [InlineData("talks", "proposed", "Vietnam has invited Chinese President Jiang Zemin to visit Hanoi.")]
    [InlineData("talks", "held", "The Chinese delegation led by a deputy minister was received on Monday by Indian Foreign Minister Jaswant Singh.")]
    [InlineData("ceasefire", "suspended", "Casamance rebels said on Monday that they no longer recognised the truce with Senegal.")]
    [InlineData("ceasefire", "extended", "The truce between Chad and Libya, which would have expired on Sunday, has been prolonged by a month.")]
    [InlineData("ceasefire", "violated", "Mortar rounds fell on Grozny on Thursday although a ceasefire between Russian troops and Chechen rebels had come into force.")]
    [InlineData("ceasefire", "in_force", "The truce that Kenya proposed and Somalia and Ethiopia accepted was holding on Friday.")]
    [InlineData("talks", "suspended", "Negotiators from Guyana and Suriname left Kingston on Friday without reaching agreement.")]
    [InlineData("talks", "cancelled", "The Philippines called off on Wednesday a round of peace talks with the MILF.")]
    [InlineData("talks", "suspended", "UNITA has suspended its participation in peace talks with Angola's government.")]
    [InlineData("talks", "planned", "Chad and Libya have quarrelled for years. Experts of the two countries are to open talks in Paris next month.")]
    [InlineData("talks", "proposed", "The archbishop urged Bolivia and Chile to come to the negotiating table.")]
    [InlineData("talks", "planned", "Ministers from Zambia, Malawi and Zimbabwe will gather in Harare next week for talks on the river.")]
    [InlineData("talks", "postponed", "Uruguay decided to delay the resumption of talks with Argentina by a week.")]
    [InlineData("talks", "rejected", "King Hussein has declined an invitation from Israel to visit Jerusalem.")]
    [InlineData("talks", "planned", "Laos accepted an invitation from Thailand to meet in Chiang Mai.")]
    [InlineData("ceasefire", "proposed", "Eritrea said it was prepared to agree to a ceasefire with Ethiopia.")]
    [InlineData("ceasefire", "extended", "Hamas said it would continue its truce with Israel until the summer.")]
    public void The_step_is_found_whatever_stands_between(string type, string status, string text)
    {
        var mention = Read.Mentions(text).First(m => WireWord.Of(m.Type) == type);
        mention.Status.Word().ShouldBe(status);
    }

    [Theory]
    [InlineData("The conversations between Chad and Sudan in Doha dealt mostly with water.", "held")]
    [InlineData("A ceasefire between Eritrea and Djibouti brought back the fishermen of the strait.", "in_force")]
    public void What_no_frame_says_goes_by_the_tense(string text, string status) => Read.One(text).Status.Word().ShouldBe(status);

    [Theory]
    [InlineData("Nobody has seen the text of any truce between Chad and Sudan.")]
    [InlineData("The anniversary of the truce between Chad and Sudan passed without a word.")]
    [InlineData("Whether a ceasefire between Chad and Sudan would help the refugees is for others to say.")]
    [InlineData("The film tells of the truce of 1914 between British and German soldiers.")]
    [InlineData("Texaco said it had ended negotiations with Chad on the pipeline.")]
    [InlineData("Peru's team of experts arrived in Vienna to brief their own ambassador.")]
    [InlineData("The Polish and Danish national teams meet in Copenhagen on Saturday.")]
    [InlineData("Spies listened to the delegates of Britain and Japan at the 2001 G8 summit.")]
    [InlineData("The general who signed the armistice of 1953 has died in Chicago.")]
    [InlineData("Fijian soldiers supervise the truce between Israel and Lebanon.")]
    public void What_is_only_spoken_about_is_not_told(string text) => Read.Mentions(text).ShouldBeEmpty();

    [Fact]
    public void A_name_in_no_list_behind_a_state_is_its_man()
    {
        var mention = Read.One("Chad's Malloum and Mali's Konare met in Dakar on Monday.");
        mention.Ids().ShouldBe(["TCD", "MLI"], ignoreOrder: true);
        mention.Participants.First(p => p.Id == "TCD").Persons.ShouldBe(["Malloum"]);
    }

    [Fact]
    public void A_holder_of_an_office_named_behind_it_is_one_with_it() =>
        Read.One("Bolivia's foreign minister, Oscar Gandarillas Vela, met his Chilean counterpart in Lima.")
            .Participants.First(p => p.Id == "BOL").Persons.ShouldBe(["Oscar Gandarillas Vela"]);
}
