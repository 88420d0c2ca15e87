"""First names and what people call those who bear them, folded."""

from __future__ import annotations

NICKNAMES = """
abigail abby|abraham abe|albert al bert|alexander alex sandy sasha|alejandro alex|alfred al fred
amelia amy|andrew andy drew|angela angie|ann anne annie|anthony tony|antonio tony|ashley ash
barbara barb|benjamin ben benny binyamin benyamin bibi|bernard bernie|bradley brad|calvin cal
catherine cathy kate kathy cate|charles chuck charlie chip|christine chris chrissy
christopher chris topher|clifford cliff|cynthia cindy|daniel dan danny|david dave|deborah deb debbie
dennis denny
donald don donnie|dorothy dot|douglas doug|dwight ike|earl buddy|edward ed eddie ted
edwin ed|elizabeth liz beth betsy lisa|emmanuel manny|eugene gene|francis frank|francisco frank
franklin frank|frederick fred|gabriel gabe|george jorge|gerald jerry gerry|gilbert gil|gregory greg
gustavo gus|harold harry hal|henry hank harry|herbert herb|howard buck|ignatius iggy
isaac ike
jacob jake|jacquelyn jacky jackie|james jim jimmy jamie|janet jan|jeffrey jeff jefferson
jeffery jeff|jennifer jen jenny|jerome jerry|jerrold jerry|jesus chuy|john jack johnny jon
jonathan jon
joseph joe joey jose|joshua josh|judith judy|julia julie|katherine kathy kate katie kathleen kay
kathryn kathy katie|kenneth ken|kirsten kristen|laurence larry|lawrence larry|leonard len lenny
leonardo leo|linda lynda|lloyd lloyd|louis lou louie|luis lou|lynn lynne|madeleine maddy
margaret maggie meg peggy marge|marcus mark|marjorie marge|martin marty|matthew matt|melissa mel
michael mike mick|michelle shelley|miguel mike|mitchell mitch|nancy nan|nathaniel nate nat
nathan nate|neal neil|nicholas nick nicolas|nydia nidia|pamela pam|patricia pat patty trish
patrick pat|peter pete|philip phil phillip|rafael rafa|ralph rafe|randall randy|randolph randy
raymond ray|rebecca becky|richard rick dick rich ricky ric|robert bob bobby rob robby robin bert
roberto bob|rodney rod|roger rodge|ronald ron ronnie|rosalyn rosa|russell russ|samuel sam
sanford sandy|sarah sara sally|sharon shari|solomon sol|stanley stan|stephanie steph
stephen steve steven|steven steve|susan sue suzie suzanne|sydney syd sidney|terrance terry
terence terry|theodore ted teddy|theresa teresa terry|thomas tom tommy|timothy tim|tina christina
valerie val|victor vic|victoria vicky|vincent vince|virginia ginny|vladimir volodya|walter walt
wilbur wil|william bill billy will willie|zachary zach zack|vernon vern|marie mary|maria mary
muhammad mohammed mohamed mohammad mehmet muhammed mohamad muhamad mohamud
shehbaz shahbaz|recep rajab|yoweri joel|kim-jong kim|luiz luis|sergei sergey serge|dmitry dimitri
jean john|juan john|ivan john|joao john|aleksandr alexander alyaksandr aliaksandr
oleksandr alexander|andrzej andrew
""".replace("\n", "|")


def _nickname_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in NICKNAMES.split("|"):
        words = line.split()
        for word in words:
            groups.setdefault(word, set()).update(words)
    return {word: frozenset(group) for word, group in groups.items()}


GROUPS = _nickname_groups()
