namespace Parley.Extraction.Tests.Analysis;

public sealed class NoMentionTests
{
    [Theory]
    [InlineData("Manchester United are in talks with Juventus over the transfer of the French midfielder.")]
    [InlineData("The company said it was in talks to buy a rival in Germany.")]
    [InlineData("Union leaders and management held talks on Tuesday to end the strike at British Airways.")]
    [InlineData("Negotiation is the only way to end the war, the foreign minister said.")]
    [InlineData("If talks resume, Israel will release prisoners, an official said.")]
    [InlineData("The French president called for restraint on both sides.")]
    [InlineData("China has met all conditions for membership of the WTO, officials said.")]
    [InlineData("President Bush visited troops in Iraq.")]
    [InlineData("NATO called for an end to the Serb offensive in Kosovo.")]
    [InlineData("Fighting erupted near the demilitarised zone set up under the 1953 armistice.")]
    [InlineData("Russia summoned the British ambassador to protest against the expulsions.")]
    [InlineData("He was killed despite a truce between rival gangs in Los Angeles.")]
    [InlineData("The two presidents have never met.")]
    [InlineData("Lawyers for Microsoft and the U.S. Justice Department held settlement talks in Washington.")]
    [InlineData("The king met his cabinet in Amman.")]
    [InlineData("The truce monitors were flown to Split.")]
    [InlineData("Trump called Maduro a dictator.")]
    [InlineData("A military official in Ankara spoke after a meeting of the National Security Council.")]
    public void What_is_no_talks_between_parties_gives_none(string text) => Read.Mentions(text).ShouldBeEmpty();
}
