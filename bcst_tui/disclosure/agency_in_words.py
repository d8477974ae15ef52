"""One agency in words: what it is called, how it stands with it, and what went to it."""

from __future__ import annotations

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.talk import Talk
from bcst_tui.disclosure.wording_of_plan import ShareWords, Spoken
from bcst_tui.reference.agency import PrivateAgency


def line_of(talk: Talk, agency: str) -> str:
    """An agency, and how it stands with it."""
    words, title = share_words(talk), title_of(talk, agency)
    said = []
    for one in agreed.of_agency(talk.record, agency):
        standing = words.standing.get(one.standing(talk.desk.today), "")
        depth = words.nameless if one.anonymous else words.depths.get(one.depth, "")
        said.append(f"{standing}: {depth}" if one.is_live(talk.desk.today) else standing)
    check = agreed.check_with(talk.record, agency)
    if check is not None and check.standing(talk.desk.today) in words.check_standing:
        said.append(words.check_standing[check.standing(talk.desk.today)])
    told = "; ".join(dict.fromkeys(one for one in said if one))
    return f"{title} ({told})" if told else title


def in_short(talk: Talk, agency: str) -> str:
    """An agency with yes, no or whatever was said last; how much is read out on its own page."""
    words, stands = share_words(talk), agreed.of_agency(talk.record, agency)
    said = dict.fromkeys(words.standing.get(one.standing(talk.desk.today), "") for one in stands)
    told = "; ".join(one for one in said if one)
    return f"{title_of(talk, agency)} ({told})" if told else title_of(talk, agency)


def title_of(talk: Talk, agency: str) -> str:
    """What it is called here; one that is on no list any more by its id."""
    found = talk.desk.agencies.get(agency)
    return found.title if found else agency


def gone_to(talk: Talk, agency: str) -> tuple[str, ...]:
    """What went to it, a line each under a heading; nothing where nothing did."""
    gone = [one for one in talk.record.shares if one.sent_to == agency]
    return (share_words(talk).went, *(f"{one.on:%d/%m/%Y}: {one.file_name}" for one in gone)) if gone else ()


def filled(said: Spoken, agency: PrivateAgency) -> Spoken:
    """These words, about this agency."""

    def fill(words: str) -> str:
        names = {"{title}": agency.title, "{serves}": agency.serves, "{may_do}": agency.may_do}
        for brace, name in names.items():
            words = words.replace(brace, name)
        return words

    return Spoken(standard=fill(said.standard), easy=tuple(map(fill, said.easy)))


def share_words(talk: Talk) -> ShareWords:
    """The words of sharing."""
    return talk.words.common.share
