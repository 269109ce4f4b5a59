"""Drawings (SVG): those that ask something of another host, in every form that we know, and those of the programs that people use."""

from html import escape

ELSEWHERE = "https://evil.test/"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" width="60" height="60" {root}>'
    '{inside}<rect id="r" width="50" height="50" {rect}/></svg>'
)


def _drawn(inside: str = "", root: str = "", rect: str = "", before: str = "") -> str:
    return before + _SVG.format(inside=inside, root=root, rect=rect)


_IN_STYLE = {
    "image-set": f'rect{{mask-image:image-set("{ELSEWHERE}" 1x)}}',
    "image-set on the root": f'svg{{background:image-set("{ELSEWHERE}" 1x)}}',
    "-webkit-image-set": f'svg{{background:-webkit-image-set(url("{ELSEWHERE}") 1x)}}',
    "url": f"svg{{background:url({ELSEWHERE})}}",
    "url in quotes": f"svg{{background:url('{ELSEWHERE}')}}",
    "url without a scheme": "svg{background:url(//evil.test/)}",
    "url with escapes": "svg{background:u\\72l(\\68ttps://evil.test/)}",
    "escapes in the address": 'svg{background:url("\\68 ttps\\3a //evil.test/")}',
    "cursor": f"svg{{cursor:url({ELSEWHERE}),auto}}",
    "var": f"svg{{--x:url({ELSEWHERE});background:var(--x)}}",
    "var of a text": f'svg{{--x:"{ELSEWHERE}";background:image-set(var(--x) 1x)}}',
    "import": f'@import "{ELSEWHERE}";',
    "import of url": f"@import url({ELSEWHERE});",
    "import with escapes": f'@\\69mport "{ELSEWHERE}";',
    "typeface": f"@font-face{{font-family:x;src:url({ELSEWHERE})}}text{{font-family:x}}",
    "in some media": f"@media all{{svg{{background:url({ELSEWHERE})}}}}",
    "supports": f"@supports (color:red){{svg{{background:url({ELSEWHERE})}}}}",
    "nested": f"svg{{&{{background:url({ELSEWHERE})}}}}",
    "layer": f"@layer a{{svg{{background:url({ELSEWHERE})}}}}",
    "namespace": f"@namespace url({ELSEWHERE});svg{{list-style:image-set('{ELSEWHERE}' 1x)}}",
    "filter": f"rect{{filter:url({ELSEWHERE}#f)}}",
    "content": f"svg::before{{content:url({ELSEWHERE})}}",
    "cross-fade": f"svg{{background:-webkit-cross-fade(url({ELSEWHERE}),url({ELSEWHERE}),50%)}}",
    "property": f'@property --x{{syntax:"<url>";inherits:true;initial-value:url({ELSEWHERE})}}svg{{background:var(--x)}}',
    "broken": f'svg{{color:red;"}}}}svg{{background:url({ELSEWHERE})}}',
    "comment that ends a name": f"svg{{background:url/**/({ELSEWHERE});background:image-set('{ELSEWHERE}' 1x)}}",
}

CALLS_OUT: dict[str, str] = {
    **{f"style: {name}": _drawn(f"<style>{escape(style, quote=False)}</style>") for name, style in _IN_STYLE.items()},
    **{
        f"CDATA: {name}": _drawn(f"<style><![CDATA[{style}]]></style>")
        for name, style in _IN_STYLE.items()
        if name.startswith(("image", "import"))
    },
    "style of another namespace": _drawn(f"<h:style>svg{{background:url({ELSEWHERE})}}</h:style>"),
    "style attribute": _drawn(root=f"style='background:url({ELSEWHERE})'"),
    "style attribute with image-set": _drawn(root=f"style='background:image-set(\"{ELSEWHERE}\" 1x)'"),
    "style attribute of a shape": _drawn(rect=f"style='cursor:url({ELSEWHERE}),auto;mask:url({ELSEWHERE}#m)'"),
    "style attribute with escapes": _drawn(root="style='background:u\\72l(https\\3a //evil.test/)'"),
    "entity": _drawn("<style>svg{background:url(&a;)}</style>", before=f'<!DOCTYPE svg [<!ENTITY a "{ELSEWHERE}">]>'),
    "entity for letters": _drawn("<style>svg{background:url(&#104;ttps://evil.test/)}</style>"),
    "fill": _drawn(rect=f'fill="url({ELSEWHERE}#a)"'),
    "fill with a colour beside it": _drawn(rect=f'fill="url({ELSEWHERE}#a) red"'),
    "mask": _drawn(rect=f'mask="url({ELSEWHERE}#a)"'),
    "filter": _drawn(rect=f"filter='url(\"{ELSEWHERE}#a\")'"),
    "clip-path": _drawn(rect=f'clip-path="url( {ELSEWHERE}#a )"'),
    "marker": _drawn(f'<path d="M0 0L9 9" marker-end="url({ELSEWHERE}#a)"/>'),
    "cursor": _drawn(root=f'cursor="url({ELSEWHERE}),auto"'),
    "image": _drawn(f'<image href="{ELSEWHERE}" width="9" height="9"/>'),
    "image of before": _drawn(f'<image xlink:href="{ELSEWHERE}" width="9" height="9"/>'),
    "image with spaces": _drawn(f'<image href=" &#9;{ELSEWHERE}" width="9" height="9"/>'),
    "image beside": _drawn('<image href="foto.png" width="9" height="9"/>'),
    "use": _drawn(f'<use href="{ELSEWHERE}#a"/>'),
    "use of before": _drawn(f'<use xlink:href="{ELSEWHERE}#a"/>'),
    "feImage": _drawn(f'<filter id="f"><feImage href="{ELSEWHERE}"/></filter>', rect='filter="url(#f)"'),
    "pattern": _drawn(f'<pattern id="p" href="{ELSEWHERE}#a"/>', rect='fill="url(#p)"'),
    "gradient": _drawn(f'<linearGradient id="p" xlink:href="{ELSEWHERE}#a"/>', rect='fill="url(#p)"'),
    "textPath": _drawn(f'<text><textPath href="{ELSEWHERE}#a">x</textPath></text>'),
    "mpath": _drawn(f'<animateMotion><mpath href="{ELSEWHERE}#a"/></animateMotion>'),
    "tref": _drawn(f'<text><tref xlink:href="{ELSEWHERE}#a"/></text>'),
    "animate": _drawn(f'<image><animate attributeName="href" values="{ELSEWHERE}" begin="0s" dur="1s"/></image>'),
    "set": _drawn(f'<image><set attributeName="xlink:href" to="{ELSEWHERE}" begin="0s"/></image>'),
    "animated style": _drawn(f'<animate attributeName="fill" values="url({ELSEWHERE}#a)" dur="1s"/>'),
    "stylesheet": _drawn(before=f'<?xml-stylesheet href="{ELSEWHERE}" type="text/css"?>'),
    "frame in it": _drawn(f'<foreignObject><h:iframe src="{ELSEWHERE}"/></foreignObject>'),
    "picture in HTML in it": _drawn(f'<foreignObject><h:div><h:object data="{ELSEWHERE}"/></h:div></foreignObject>'),
    "HTML in it": _drawn(
        f'<foreignObject width="9" height="9"><h:img src="{ELSEWHERE}"/><h:div style="background:url({ELSEWHERE})">a</h:div></foreignObject>'
    ),
}
"""Each is told in the check, and what is left asks nothing of anybody."""

_FETCHED = f'<h:img src="{ELSEWHERE}"/>'
_IMAGE = f'<image width="9" height="9" href="{ELSEWHERE}"/>'


def _in_html(inside: str) -> str:
    return _drawn(f'<foreignObject width="9" height="9">{inside}</foreignObject>')


def _in_rules(style: str) -> str:
    return _drawn(f"<style>{escape(style.replace('BAD', f'{{background:url({ELSEWHERE})}}'), quote=False)}</style>")


UNKNOWN = {
    "img": _in_html(_FETCHED),
    "img that runs": _in_html('<h:img src="x" onerror="alert(1)"/>'),
    "iframe": _in_html(f'<h:iframe src="{ELSEWHERE}"/>'),
    "iframe with a page": _in_html('<h:iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"/>'),
    "object": _in_html(f'<h:object data="{ELSEWHERE}"/>'),
    "video": _in_html(f'<h:video src="{ELSEWHERE}" autoplay="autoplay"/>'),
    "input": _in_html(f'<h:input type="image" src="{ELSEWHERE}"/>'),
    "input that runs": _in_html('<h:input autofocus="" onfocus="alert(1)"/>'),
    "form": _in_html(f'<h:form action="{ELSEWHERE}"><h:button>a</h:button></h:form>'),
    "link of HTML": _in_html('<h:a href="javascript:alert(1)">a</h:a>'),
    "section with a style": _in_html(f'<h:section style="background:url({ELSEWHERE})"/>'),
    "list with a style": _in_html(f'<h:ul style="list-style-image:url({ELSEWHERE})"><h:li>a</h:li></h:ul>'),
    "stylesheet of HTML": _drawn(f'<h:link rel="stylesheet" href="{ELSEWHERE}"/>'),
    "style of HTML": _drawn(f'<h:style>@import "{ELSEWHERE}";</h:style>'),
    "refresh": _drawn(f'<h:meta http-equiv="refresh" content="0;url={ELSEWHERE}"/>'),
    "HTML in metadata": _drawn(f"<metadata>{_FETCHED}</metadata>"),
    "image in an unknown element": _drawn(f"<author>{_IMAGE}</author>"),
    "image in metadata": _drawn(f"<metadata>{_IMAGE}</metadata>"),
    "image in an element of another kind": _drawn(f'<x:y xmlns:x="urn:x">{_IMAGE}</x:y>'),
    "use in an unknown element": _drawn(f'<foo><use href="{ELSEWHERE}#a"/></foo>'),
    "filter in an unknown element": _drawn(f'<foo><filter id="f"><feImage href="{ELSEWHERE}"/></filter></foo>'),
    "set in an unknown element": _drawn(f'<foo><image><set attributeName="href" to="{ELSEWHERE}"/></image></foo>'),
    "handler in an unknown element": _drawn('<author><image href="x" onerror="alert(1)"/></author>'),
    "handler of an unknown element": _drawn('<author onload="alert(1)"/>'),
    "handler of a drawing inside": _drawn('<foo><svg onload="alert(1)"/></foo>'),
    "handler of an animation in metadata": _drawn('<metadata><animate attributeName="x" onbegin="alert(1)"/></metadata>'),
    "link in an unknown element": _drawn('<foo><a href="javascript:alert(1)"/></foo>'),
    "animated handler": _drawn('<set attributeName="onclick" to="alert(1)"/>'),
    "ping": _drawn(f'<a href="#x" ping="{ELSEWHERE}"/>'),
    "address of all addresses": _drawn(root=f'xml:base="{ELSEWHERE}"'),
    "address in an unknown attribute": _drawn(rect=f'src="{ELSEWHERE}"'),
    "drawing in a drawing": _drawn('<image href="data:image/svg+xml,x" width="9" height="9"/>'),
    "supports": _in_rules("@supports (display:block){svg BAD}"),
    "layer": _in_rules("@layer x{svg BAD}"),
    "media in media": _in_rules("@media all{@media all{svg BAD}}"),
    "container": _in_rules("@container (min-width:1px){path BAD}"),
    "scope": _in_rules("@scope{:scope BAD}"),
    "starting style": _in_rules("@starting-style{svg BAD}"),
    "property": _in_rules(f"@property --z{{syntax:'*';inherits:true;initial-value:url({ELSEWHERE})}}"),
    "counter style": _in_rules(f"@counter-style q{{system:cyclic;symbols:url({ELSEWHERE})}}"),
    "keyframes": _in_rules("@keyframes k{from BAD to BAD}"),
    "rule in a rule": _in_rules("svg{path BAD}"),
    "rule in a rule by &": _in_rules("svg{color:red;& BAD}"),
    "conic gradient": _drawn(root=f'style="background:conic-gradient(red,blue),url({ELSEWHERE})"'),
    "function that nobody knows": _drawn(root=f'style="background:new-thing(red),url({ELSEWHERE})"'),
    "env": _drawn(root=f'style="background:env(x,url({ELSEWHERE}))"'),
}
"""What stands where nothing is shown, and what browsers learnt lately: it must be told in some way, and none of it may be left."""

RUNS = {
    "script": _drawn("<script>alert(1)</script>"),
    "script in capitals": _drawn("<SCRIPT>alert(1)</SCRIPT>".lower()),
    "handler": _drawn(rect='onclick="alert(1)"'),
    "handler in capitals": _drawn(root='ONLOAD="alert(1)"'),
    "link": _drawn('<a href="javascript:alert(1)"><text>x</text></a>'),
    "link with spaces": _drawn('<a xlink:href=" java&#9;script:alert(1)"><text>x</text></a>'),
    "HTML": _drawn("<foreignObject><h:script>alert(1)</h:script></foreignObject>"),
}

OF_PROGRAMS = {
    "Inkscape": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="60mm" height="40mm" viewBox="0 0 60 40" version="1.1" id="svg5" inkscape:version="1.2.2 (b0a8486541, 2022-12-01)"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" bordercolor="#000000" inkscape:zoom="2.1" inkscape:window-width="1366" showgrid="false"/>
  <defs id="defs2"><linearGradient inkscape:collect="always" id="g1"><stop style="stop-color:#ff0000;stop-opacity:1;" offset="0" id="s1"/>
  <stop style="stop-color:#0000ff;stop-opacity:0.5" offset="1" id="s2"/></linearGradient>
  <linearGradient inkscape:collect="always" xlink:href="#g1" id="g2" x1="5" y1="5" x2="50" y2="30" gradientUnits="userSpaceOnUse"/>
  <filter style="color-interpolation-filters:sRGB" id="f1" x="-0.1" width="1.2"><feGaussianBlur stdDeviation="0.6" id="fe1"/></filter>
  <marker style="overflow:visible" id="m1" refX="0" orient="auto"><path transform="scale(0.5)" style="fill:#000;fill-rule:evenodd" d="M 5,0 -3,-5 V 5 Z"/></marker></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
  <rect style="fill:url(#g2);fill-rule:evenodd;stroke:#000000;stroke-width:0.26;filter:url(#f1)" width="40" height="20" x="5" y="5" ry="3" id="r1"/>
  <path style="fill:none;stroke:#000000;stroke-width:0.5;marker-end:url(#m1)" d="m 5,32 c 10,-6 20,6 40,0" id="p1" sodipodi:nodetypes="cc"/>
  <text xml:space="preserve" style="font-size:6px;line-height:1.25;font-family:sans-serif;-inkscape-font-specification:'sans-serif, Normal'" x="10" y="18"
  ><tspan sodipodi:role="line" x="10" y="18" style="font-weight:bold">Samen</tspan><tspan dx="1">leren</tspan>  nu</text></g></svg>""",
    "Illustrator": """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
    <!ENTITY ns_svg "http://www.w3.org/2000/svg">
    <!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
]>
<svg version="1.1" id="Laag_1" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" x="0px" y="0px" width="100px" height="60px"
     viewBox="0 0 100 60" style="enable-background:new 0 0 100 60;" xml:space="preserve">
<style type="text/css">
    .st0{fill:#E30613;}
    .st1{clip-path:url(#SVGID_2_);fill:#1D71B8;stroke:#FFFFFF;stroke-width:2;stroke-miterlimit:10;}
    .st2{font-family:'MyriadPro-Regular', sans-serif;font-size:12px;}
    @media print { .st0 { fill: #000000 } }
</style>
<g><defs><rect id="SVGID_1_" x="10" y="10" width="70" height="40"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
<circle class="st1" cx="60" cy="30" r="25"/><polygon class="st0" points="20,45 35,12 50,45 "/></g>
<text transform="matrix(1 0 0 1 12 56)" class="st2">Briljant  mislukt</text>
<image style="overflow:visible;" width="8" height="8" transform="matrix(1 0 0 1 85 5)"
 xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="/></svg>""",
    "draw.io": """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="142px" height="62px" viewBox="-0.5 -0.5 142 62"
 style="background: #ffffff; background-color: light-dark(#ffffff, #121212); color-scheme: light dark;"><defs><filter id="s"><feDropShadow dx="2" dy="3" stdDeviation="2" flood-color="#3D4574"/></filter></defs>
<g filter="url(#s)"><rect x="0" y="0" width="140" height="60" rx="9" ry="9" fill="#dae8fc" stroke="#6c8ebf" pointer-events="all" style="fill: light-dark(rgb(218, 232, 252), rgb(29, 41, 59)); stroke: light-dark(rgb(108, 142, 191), rgb(92, 121, 163));"/></g>
<g><g transform="translate(-0.5 -0.5)"><switch><foreignObject style="overflow: visible; text-align: left;" pointer-events="none" width="100%" height="100%"
 requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"><div xmlns="http://www.w3.org/1999/xhtml"
 style="display: flex; align-items: unsafe center; justify-content: unsafe center; width: 138px; height: 1px; padding-top: 30px; margin-left: 1px;">
<div style="box-sizing: border-box; font-size: 0; text-align: center; color: #000000;"><div style="display: inline-block; font-size: 12px; font-family: Helvetica; color: light-dark(#000000, #ffffff); line-height: 1.2; pointer-events: all; white-space: normal; word-wrap: normal;"><b>Begin</b> klein<br/><font color="#ff0000" style="color: rgb(255, 0, 0);">samen</font></div></div></div></foreignObject>
<text x="70" y="34" fill="#000000" font-family="Helvetica" font-size="12px" text-anchor="middle">Begin klein</text></switch></g></g></svg>""",
}
"""Written by hand after what these programs export."""
