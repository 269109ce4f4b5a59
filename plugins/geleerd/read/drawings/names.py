"""What drawings are made of (SVG 1.1 and 2). Whatever is not named here does not reach a reader."""

SVG, XHTML, XLINK, XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)

_ELEMENTS_WORDS = """
a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image
line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol text textPath
title tref tspan use view
"""
ELEMENTS = frozenset(_ELEMENTS_WORDS.split())

_UNSEEN_ELEMENTS_WORDS = """
altGlyph altGlyphDef altGlyphItem animateColor color-profile font font-face font-face-format font-face-name font-face-src font-face-uri
glyph glyphRef hkern metadata missing-glyph vkern
"""
UNSEEN_ELEMENTS = frozenset(_UNSEEN_ELEMENTS_WORDS.split())
"""Elements that browsers do not show: facts about the drawing, and typefaces in the form that SVG 2 took out."""

_TEXT_ELEMENTS_WORDS = """
b big blockquote br caption center code del div em font h1 h2 h3 h4 h5 h6 hr i ins label li ol p pre s small span strike strong sub sup
table tbody td tfoot th thead tr u ul
"""
TEXT_ELEMENTS = frozenset(_TEXT_ELEMENTS_WORDS.split())
"""Elements of HTML with which draw.io and others write a text inside a `foreignObject`."""

_ATTRIBUTES_WORDS = """
amplitude azimuth bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent filterUnits fr fx fy
gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle
markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient pathLength
patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r
radius refX refY result rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
stdDeviation stitchTiles surfaceScale tableValues targetX targetY textLength transform transform-origin type values version viewBox width
x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
cursor pointer-events
direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font-family
font-feature-settings font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering isolation kerning
letter-spacing lighting-color line-height marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow
text-rendering text-transform transform-box unicode-bidi vector-effect
visibility white-space word-spacing writing-mode
accumulate additive attributeName attributeType begin by calcMode dur end fill from keyPoints keySplines keyTimes max min path
repeatCount repeatDur restart to
class id lang role systemLanguage
align background-color border cellpadding cellspacing colspan dir face rowspan valign baseFrequency
"""
ATTRIBUTES = frozenset(_ATTRIBUTES_WORDS.split())

_UNSEEN_ATTRIBUTES_WORDS = """
accent-height alphabetic arabic-form ascent baseProfile bbox cap-height color-profile content contentEditable contentScriptType
contentStyleType contenteditable d descent draggable editor enable-background etag externalResourcesRequired agent filename filterRes
focusable g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical hanging horiz-adv-x horiz-origin-x host hreflang
ideographic k knockout mathematical media modified nonce overline-position overline-thickness panose-1 pointer-events rel rendering-intent
requiredExtensions requiredFeatures slope spellcheck stemh stemv strikethrough-position strikethrough-thickness tabindex target
title translate u1 u2 underline-position underline-thickness unicode unicode-range units-per-em v-alphabetic v-ideographic vert-adv-y
viewTarget widths x-height zoomAndPan
"""
UNSEEN_ATTRIBUTES = frozenset(_UNSEEN_ATTRIBUTES_WORDS.split())
"""Attributes that change nothing of what a reader sees, and that cannot fetch or run anything."""

_FUNCTION_WORDS = """
rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp
matrix matrix3d translate translatex translatey translate3d scale scalex scaley rotate skew skewx skewy perspective
blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
inset circle ellipse polygon path cubic-bezier steps linear conic-gradient linear-gradient radial-gradient
repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient env abs mod rem round sign sin cos tan sqrt pow hypot
fit-content minmax repeat alpha counter counters
not is where has matches nth-child nth-of-type nth-last-child nth-last-of-type lang
"""
STYLE_FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
"""What a style may call by name, in lower case. None of these fetches anything."""

MADE_UP = frozenset({"class", "font-family", "id", "in", "in2", "lang", "result", "role", "systemLanguage", "xml:lang"})
"""Attributes whose text somebody made up, and that a clean drawing keeps; beside those for programs that read aloud (`aria-…`)."""
