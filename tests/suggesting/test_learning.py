"""What accepted passages teach about topics: words that are about something, and nothing that others would not bear out."""

from onrecord.suggesting.topics import LEAST_PASSAGES, Shown, learn

FERRY = "The ferry said that it was late, and the boat would have to wait for Orlova."
MONEY = "The budget said that it was late, and the grant would have to wait for Brand."


def shown(about_ferry: int, about_money: int) -> list[Shown]:
    ferry = [Shown(FERRY, frozenset({"ferry"}))] * about_ferry
    return ferry + [Shown(MONEY, frozenset({"money"}))] * about_money


def test_few_passages_teach_nothing() -> None:
    assert learn(shown(LEAST_PASSAGES - 20, 19)) == ()


def test_words_of_a_topic_speak_for_it_and_little_words_and_names_for_none() -> None:
    ferry, money = learn(shown(30, 30), ["Anna Orlova", "Paul Brand"])
    assert {stem for stem, _ in ferry.stems} == {"ferry", "boat"}
    assert {stem for stem, _ in money.stems} == {"budget", "grant"}


def test_what_other_passages_do_not_bear_out_is_not_learnt() -> None:
    chance = [Shown(f"plank{n // 4}", frozenset({"money"} if n % 4 == 0 else {"ferry"})) for n in range(60)]
    others = [Shown(f"nail{n}", frozenset({"money"})) for n in range(60)]
    assert "ferry" not in {weights.key for weights in learn(chance + others)}
