"""Makers and models of cameras, telephones and scanners, as these write themselves. People give their telephone names too: those are none."""

import re
from typing import Final

LONGEST_MODEL: Final = 64

_MAKER_WORDS = """
acer aeryon agfa agfaphoto alcatel amazon apple arashi arri asahi asus autel avision axis benq blackberry blackmagic blackview bq brother
canon casio caterpillar concord contax creative crosscall cubot dell dji doogee doro epson essential fairphone flir fuji fujifilm fujitsu
garmin general gionee google gopro hasselblad helio hewlett hisense hmd honor hp htc huawei imacon imaging infinix insta360 intova itel
jenoptik jvc kodak konica kyocera leaf leagoo leica lenovo lg lge lgmobile lytro mamiya maginon medion meizu microsoft minolta minox
mobiwire motorola mustek nec nikon nintendo nokia nothing nubia oculus olympus om omvision oneplus oppo oukitel packard palm panasonic
parrot pentax phase philips plustek polaroid praktica premier realme ricoh rollei sagem samsung samsungtechwin sanyo sealife sharp
siemens sigma skydio sony sonyericsson supra tamron tcl tecno tokina ulefone umidigi vernee vivitar vivo voigtlander wiko xerox xiaomi
xiaoyi yashica yi yuneec zeiss zenit zte research motion eastman ericsson electric
"""
_COMPANY_WORDS = """
ag b.v camera cameras co communications company computer corp corporation digital electronics global gmbh group imaging inc international
limited llc ltd mobile one optical photo precision solutions tech techwin technology technologies telecommunication the vision
"""
_MODEL_WORDS = """
active air alpha asha aqua black cam camera card classic cameraphone coolpix cybershot cyber shot desire digilux digimax digital disc dslr
duo dual easyshare edge edition elph elite emulator enclave eos evo exilim explorer expression extra ez fe finepix flip fold fusion galaxy
gen go gt hero hybrid iii ii iv vi vii viii ipad iphone ipod ixus ixy kiss lens lite lumia lumix m1 magic mark mate mavic mi mini moto
motion max multi neo nexus nova note one optio optura osmo pad passport perfection perf phantom phone photosmart pixel play plus poco portrait
power powershot premium prime pro prosumer q quickcam quickscan razr rebel redmi reno rx scan scanjet scansnap scanner se session series
silver sl spark stylus style super tablet tab tablet tele touch tough tracker trip turbo ultra ultrawide va vixia vivid watch wave wide
wildfire wonder xa xperia xr xs xz xzs xc youth z zenfone zoom
back front rear facing triple quad dual telephoto equivalent macro usm stm is dc hsm di af ed dn dg os oss vr swm if asph ois sam ssm
aspherical fisheye nikkor nikkors sonnar planar tessar distagon summicron summilux elmarit elmar vario zuiko zd ultron nokton rokkor takumar
rokinon samyang sigma tamron tokina viltrox meike laowa leica contemporary art sports makro apo xf xc ef efs rf rfs fd ai ais dx fx iphone
anniversary and power meter g ois pancake distortion pz e m the sel ilce ilca nex dsc dmc dslr mft mm f t wr lm r gm za hd da fa smc
markii markiii markiv generation inch pocophone th nd rd st standard main selfie facetime with converter teleconverter extender
"""
_MAKERS = frozenset(_MAKER_WORDS.split())
_COMPANIES = frozenset(_COMPANY_WORDS.split())
_KNOWN = _MAKERS | _COMPANIES | frozenset(_MODEL_WORDS.split())

_TOKENS = re.compile(r"[^\s,()/_+\-]+")
_PARTS = re.compile(r"[a-z]+|\d+")
_CODE = re.compile(r"[A-Za-z\d.:&*\"]{1,24}")
_HUAWEI = re.compile(r"(?:HUAWEI |HONOR )?[A-Z]{3}-(?:[A-Z]{1,2}\d{1,3}[A-Z]?|N\d{2})")
_MOST_DIGITS: Final = 12


def is_maker(text: str) -> bool:
    """Whether a text is the name of a company that makes cameras, telephones or scanners."""
    words = [word.strip(".") for word in _TOKENS.findall(text.casefold())]
    return len(text) <= LONGEST_MODEL and set(words) <= _MAKERS | _COMPANIES and (not words or not _MAKERS.isdisjoint(words))


def is_model(text: str) -> bool:
    """Whether a text is what makers call a camera, telephone, lens or scanner: words that they use, and codes of few letters with a number."""
    if len(text) > LONGEST_MODEL or not text.isascii() or sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return False
    tokens = _TOKENS.findall(text)
    return bool(_HUAWEI.fullmatch(text)) or (all(map(_is_of_model, tokens)) and (not tokens or any(map(_has_letter, tokens))))


def _is_of_model(token: str) -> bool:
    """Whether a word is one of makers, or a code: a number with at most three letters beside it, or two capitals."""
    parts = _PARTS.findall(token.casefold())
    if all(part in _KNOWN for part in parts):
        return bool(_CODE.fullmatch(token))
    is_code = any(map(str.isdigit, parts)) or (token.isupper() and len(token) <= 2)
    most = 8 if token[-1].isalpha() else 5
    return bool(is_code and _CODE.fullmatch(token) and all(part in _KNOWN or len(part) <= (most if part.isdigit() else 3) for part in parts))


def _has_letter(token: str) -> bool:
    return any(map(str.isalpha, token))
