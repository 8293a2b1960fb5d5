"""The English words by which it is told who spoke."""

from typing import Final

from onrecord.suggesting.english_dates import ENGLISH_DATES
from onrecord.suggesting.lexicon import Lexicon, list_words

_VOWELS = "aeiou"
_DOUBLED = frozenset({"admit", "rebut", "quip", "blog", "submit", "dub", "slam", "nag", "chat", "sum"})


def inflect(verbs: str) -> frozenset[str]:
    """Give the finite forms and participles of regular verbs: `add`, `adds`, `added`, `adding`."""
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


_REGULAR = """
    accuse acknowledge add admit admonish advise affirm agree allege announce answer appeal argue ask assail assert assure
    attest bellow blast blog bluster boast brag caution charge chide claim clarify comment complain concede conclude
    condemn confess confide confirm contend continue counter criticise criticize cry declare decry defend demand demur
    deny describe disclose emphasise emphasize enthuse estimate exclaim explain express fret fume gripe grumble gush
    highlight hint hiss implore indicate inform inquire insist instruct interject intone joke lament laugh maintain marvel
    mention mock mumble murmur muse mutter note object observe offer opine order plead pledge post praise predict
    proclaim pronounce propose protest quip reason reassure recall recommend recount reflect reiterate relate remark
    remind repeat reply report respond retort reveal roar rule scoff scold scream shout shriek sigh signal snap sneer
    state stress suggest surmise tease testify text thunder tweet underline underscore urge venture voice vow wail warn
    whisper wonder worry yell rebut submit react echo crow scold chant elaborate specify stipulate sum theorize speculate vent
    """
_SAYINGS = inflect(_REGULAR) | list_words("""
    say says said saying tell tells told telling write writes wrote written writing speak speaks spoke speaking
    goes_on went_on going_on point_out points_out pointed_out pointing_out think thinks thought thinking believe believes
    believed believing read reads reading begin begins began beginning feel feels felt sing sings sang swear swears swore
    swearing retweet retweets retweeted teach teaches taught hear
    joined_in chimed_in chimes_in shot_back fired_back hit_back goes went rang_out put_it puts_it quoted_as_saying
    """)
_NAMING = """
    call dub label term nickname title name slam deride denounce brand hail cite dismiss characterise characterize refer
    promise discuss pen deem ridicule quote liken compare portray
    """
_CALLINGS = inflect(_NAMING) | list_words("known paint paints painted cast casts")

ENGLISH: Final = Lexicon(
    tag="en",
    sayings=_SAYINGS,
    callings=_CALLINGS,
    according=(
        r"according\s+to|per(?=\s+(?:the|his|her|its|their)\s|\s+(?-i:\p{Lu}))|in\s+the\s+(?:words|view|opinion)\s+of|as\s+quoted\s+by"
        r"|(?:said|written|posted|asked|told|described|called|accused)\s+by"
        r"|(?:statement|comment|remark|claim|letter|tweet|message|e-?mail|release)s?\s+(?:from|by|(?:released|issued|sent|posted|signed)\s+by)"
    ),
    he=list_words("he him himself"),
    she=list_words("she her herself"),
    they=list_words("they them themselves"),
    it=list_words("it itself"),
    first_person=list_words("i we"),
    subjects=list_words("he she they"),
    possessives={"his": "he", "her": "she", "their": "they", "its": "it"},
    titles=list_words("""
    president vice-president vice premier prime minister mr mrs ms miss dr sir dame lord lady gov governor sen senator rep
    representative congressman congresswoman chancellor king queen prince princess pope archbishop bishop cardinal rev
    reverend imam rabbi father sister brother judge justice attorney general gen lt col colonel major maj capt captain sgt
    sergeant chief officer detective constable inspector commissioner mayor councillor councilman councilwoman alderman
    chairman chairwoman chair chairperson secretary ambassador minister premier deputy first lady speaker director
    professor prof coach ceo former acting foreign defence defense finance interior state house senate majority minority
    leader spokesman spokeswoman spokesperson mp mpp sheriff superintendent supt principal uncle aunt comrade academician
    us u.s then ex-president honourable hon right democratic republican liberal conservative
    """),
    men=list_words("""
    mr sir lord king prince father congressman councilman chairman spokesman businessman policeman uncle brother
    aaron abraham adam adrian ahmed alan albert aleksandr aleksei alex alexander alexei alfred ali allan allen andre
    andrei andrew andrey andy anthony anton antonio arnold arthur barack barry ben benjamin bernard bernie bill bob boris
    brad brandon brent brian bruce bryan carl carlos chad charles charlie chris christian christopher chuck clarence craig
    dale dan daniel darren dave david dean denis dennis derek dick dmitry dmitri don donald doug douglas dwight ed eddie
    edgar edward edwin emmanuel eric ernest eugene evan evgeny frank franklin fred frederick gary gavin gennady geoffrey
    george georgy gerald gerard gilbert glen glenn gordon graham grant greg gregory guy harold harry henry herbert herman
    howard hugh ian igor ilya isaac ivan jack jacob jake james jamie jared jason jay jeff jeffrey jeremy jerome jerry jim
    jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth
    kevin kirk konstantin kurt kyle lance larry lawrence lee leo leonard leonid leslie lewis lloyd louis luis luke mahmoud
    malcolm marc marco marcus mario mark martin matt matthew maurice max maxim michael michel miguel mikhail mike mitch
    mohamed mohammed muhammad nathan neil nicholas nick nigel nikolai nikolay noah norman oleg oliver omar oscar
    patrick paul pavel pedro pete peter petro phil philip phillip pierre ralph ramon randy raul ray raymond reza ricardo
    richard rick robert roberto rodney roger roland roman ron ronald ross roy russell ryan sam samuel scott sean sebastian
    sergei sergey seth simon stanley stephen steve steven stuart ted terry theodore thomas tim timothy todd tom tommy tony
    travis trevor tyler vadim valery victor viktor vincent vitaly vladimir walter warren wayne will william xavier yevgeny
    yuri yury zach zachary alyaksandr benjamin justin andrew doug
    """),
    women=list_words("""
    mrs ms miss lady dame queen princess congresswoman councilwoman chairwoman spokeswoman businesswoman policewoman aunt
    sister abigail agnes alexandra alexis alice alicia alison allison amanda amber amy ana anastasia andrea angela anita
    ann anna anne annie april ashley audrey barbara beatrice becky beth betty beverly bonnie brenda bridget brittany
    brooke camille carla carly carmen carol caroline carolyn catherine cathy celine charlotte chelsea cheryl christina
    christine cindy claire clara claudia connie courtney cynthia dana danielle dawn deborah debbie debra denise
    diana diane donna doris dorothy edith eileen elaine eleanor elena elizabeth ellen ella elvira emily emma erica erin
    esther eva evelyn fatima florence frances gail galina gina gloria grace hannah heather heidi helen helena hillary holly
    irene irina isabel isabelle ivanka jackie jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny
    jessica jill joan joanna jocelyn jody joyce juanita judith judy julia julie june karen kate katherine kathleen kathryn
    kathy katie kayla kelly kim kimberly kristen kristin larisa laura lauren laurie leah lena leslie linda lindsay
    lisa lois loretta lori lorraine louise lucia lucy lydia lynn madeleine madison margaret maria marie marilyn marina
    marjorie martha mary maureen megan melania melanie melinda melissa michelle mildred miriam molly monica nadia nancy
    naomi natalia natalie natalya nicole nina nora norma olga olivia pamela patricia patty paula peggy penny phyllis
    priscilla rachel rebecca renee rita roberta robin rosa rose rosemary ruth sally samantha sandra sara sarah shannon
    sharon sheila shelley sherry shirley sonia sophia sophie stacy stephanie susan suzanne svetlana sylvia tamara tammy
    tanya tara tatiana tatyana teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera veronica victoria
    virginia vivian wanda wendy yelena yekaterina yolanda yulia yvonne zoe ludmila lyudmila oksana
    """),
    peoples=list_words("""
    american americans british canadian canadians chinese korean koreans russian russians german germans french italian
    italians spanish polish ukrainian ukrainians belarusian belarusians japanese indian indians african africans asian
    european europeans latino latinos hispanic hispanics mexican mexicans syrian syrians iranian iraqi israeli israelis
    palestinian palestinians turkish greek dutch swedish norwegian finnish danish irish scottish welsh australian brazilian
    muslim muslims jewish christian christians catholic catholics protestant democrats republicans democratic liberals
    conservatives
    """),
    bodies=list_words("""
    university college school institute party committee council commission department ministry agency office bureau board
    post times journal news press herald tribune gazette star globe mail cnn nbc abc cbs bbc fox association union
    federation society foundation organization organisation group company corporation corp inc ltd bank fund court police
    service force army government administration campaign congress parliament senate house assembly duma team club network
    magazine media centre center authority alliance coalition league movement project project industries systems airlines consultants partners holdings studios solutions services security affairs records
    canada states kingdom russia america china britain street avenue city county
    """),
    persons=list_words("""
    man woman boy girl person people spokesman spokeswoman spokesperson official officials minister president premier
    governor senator congressman congresswoman mayor leader head chief director manager founder owner author writer
    reporter journalist editor analyst expert professor researcher scientist economist lawyer attorney judge doctor nurse
    teacher student coach player candidate nominee adviser advisor aide strategist pollster consultant host anchor
    moderator chairman chairwoman chair secretary ambassador diplomat officer detective sheriff soldier general colonel
    resident neighbour neighbor witness victim mother father son daughter brother sister wife husband parent friend
    supporter voter activist organizer organiser protester critic opponent rival source sources actor actress singer artist
    star celebrity musician director producer farmer worker driver businessman businesswoman billionaire mogul developer
    executive ceo veteran historian politician lawmaker legislator deputy mp member colleague partner pastor bishop
    archbishop pope king queen prince captain commander commissioner guest caller fan user commentator columnist republican
    democrat conservative liberal congresswoman interviewer speaker lady child kid guy proprietor tenant landlord citizen taxpayer boss envoy
    """),
    anonymous=list_words("""
    man woman boy girl person people official officials source sources witness victim mother father son daughter brother
    sister wife husband parent friend neighbour neighbor lady child kid guy resident fan user guest caller
    """),
    bodies_nouns=list_words("""
    company agency ministry department government administration party committee council commission group organisation
    organization union bank court board office team club association firm authority utility campaign network channel station
    newspaper magazine paper university school police army embassy parliament cabinet kremlin pentagon service
    """),
    letters=list_words("message letter telegram greetings note reply email e-mail tweet post address"),
    documents=list_words("""
    report statement study letter article document paper email memo book poll survey website site post tweet message text
    ad sign headline editorial story release lawsuit complaint filing indictment plan bill law rule rules policy guideline draft bylaws budget account diary column blog
    """),
    authored=frozenset({"by"}),
    works=list_words("""
    book novel memoir biography film movie documentary show series song album play opera programme program podcast episode
    single hit ballad poem essay column commentary editorial exhibition painting album game blog magazine sitcom musical
    """),
    boundaries=list_words("""
    that which who whom whose where because as when while if although though since but so whether what how why and or than
    until unless after before once is are was were be been being has have had do does did will would can could may might
    must shall should not also then just even only yet still
    """),
    relatives=list_words("who whom whose which that"),
    joining=list_words("and but or then"),
    prepositions=list_words("""
    of for from at with in on to by into over under against about near like among between within without during
    through across along around toward towards behind beyond inside outside beside throughout
    """),
    openers=list_words("""
    in on at during after before when while as if since despite although though for from by with following amid asked
    speaking referring responding during according because until instead earlier later but and so however meanwhile still
    somehow perhaps maybe yet nevertheless nonetheless moreover furthermore additionally unlike to of through throughout
    """),
    adverbs=list_words("""
    also then later recently repeatedly once often has have had never always again quickly simply already previously
    subsequently himself herself both even still just only further flatly bluntly famously publicly privately reportedly
    didn't don't doesn't wouldn't couldn't can't won't hasn't haven't didn’t don’t doesn’t wouldn’t couldn’t can’t won’t hasn’t
    haven’t initially finally eventually would will could can might may should did does do is was were are been be being not
    similarly sarcastically jokingly immediately further yesterday today tonight promptly correctly specifically
    explicitly now
    """),
    enders=list_words("""
    on in at during after before when while as to last this yesterday earlier today tonight tomorrow adding referring
    speaking noting citing who whom which that because if but and about following with by via through over into upon
    although though since until without where recently later again monday tuesday wednesday thursday friday saturday sunday
    is was are were has had will would explaining describing recalling during
    """),
    determiners=list_words("""
    the a an his her their its my our your this that these those one another some many several other two three both each
    every most no any few all
    """),
    pointing=list_words("the this that"),
    days=list_words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
    """),
    abbreviations=(
        r"Mrs?|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Supt|Prof|Rev|Hon|St|Ste|Jr|Sr|vs|No|Inc|Corp|Co"
        r"|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu}|U\.S|U\.K|D\.C|U\.N|[ap]\.m|e\.g|i\.e|Ave|Mt|Ft|Pres|Fr"
        r"|Calif|Fla|Ill|Mass|Mich|Minn|Ohio|Tex|Wis|Va|Vt|Pa|Md|Ariz|Colo|Conn|Del|Ga|Ind|Ky|La|Mo|Neb|Nev|Okla|Ore|Tenn|Wash"
    ),
    weaks=list_words("""
    think thinks thought believe believes believed feel feels felt recall recalls recalled wonder wonders wondered hear
    heard swear remember speaks spoke speak note notes noted mention mentions mentioned describe describes described
    """),
    plain=frozenset(_REGULAR.split())
    | frozenset(_NAMING.split())
    | list_words("say tell write speak think believe read begin"),
    before_plain=list_words("""
    they we i you who people police women men children media both many some others not n't would will could can may might
    must should did do does didn't don't doesn't wouldn't couldn't can't and also often all
    """),
    before_nouns=list_words("""
    the a an his her their its my our your this these those no any some of in for on with by about from at as other more
    recent public latest new such including
    """),
    loose=inflect(
        "continue answer charge counter demand object offer order plead post praise promise reply react read text"
    )
    | list_words("""
    begin begins began beginning go goes went going speak speaks spoke speaking read reads sing sings sang
    """),
    has_articles=True,
    is_interrupting=False,
    within=frozenset(),
    infinitive=frozenset({"to"}),
    own_source=r"(?:in|by)\s+(?P<own>his|her|their|its)\s+(?:own\s+)?(?:words|view|opinion|account|telling|estimate)",
    passives=list_words("is are was were be been being gets got"),
    participle="ing",
    auxiliaries=list_words("is are was were be been am 's 're"),
    dating=ENGLISH_DATES,
    particles=list_words("de da di del della van von der den la le el al bin ibn abu du dos las los ter"),
)
"""English."""
