"""Words that programs which draw give to parts of a drawing, in lower case. Words of Dutch and English are in dictionaries."""

_WORDS = """
alice amet arial artboard artboards artwork auto autodesk back backdrop background bar baz bbox begin bezier bg bgblur bgcarrier bi big
bitmap black blue bob body bold bootstrap bottom bounding boxy brown btn bullet bézier calibri callout calque cambria canvas capa caption
carrier cartesian cartesianlayer cell center centre chart chk circle clip clippath clippaths cls cmyk codepoint col color colorburn
colorscheme colour colours composer compound concept connector consolas contour coreldraw courier cropmark css ctm currentcolor custom
customshape cx cy cyan dash datalabels datapoint datawrapper def defs deja dejavu dejavusans denormalized desc descriptor devanagari
dingbats docname document dolor dot doughnut draggable drawing dribbble drop dropshadow dx dy ebene ebenen edge edgelabel edgepath effect
elem ellipse embedded emf end endmarker entity eps erd even evenodd extra fab fad faicon fal fallback false far fas feather feblend
fecolormatrix fecomposite feflood fegaussianblur femerge feoffset fft fig figjam fil fill fillrule filter fira first flat flex flexbox
flowchart fnt font fontawesome fontello foo foot foreground foreignobject frame freehand front fullscreen gantt garamond geom georgia gfx
ggplot gill gitgraph glyph glyphs gnuplot graphviz gold google gradient gradients gravit gray green grey grid gridline gridlines group
groupe grupo gruppe guide guideline handler hardlight head helvetica heroicon heroicons hex hide highcharts hitbox hotspot hover href
html http https hue icn ico icomoon icon iconcarrier iconfont icons id ids illustrator img impact index infographic inherit initial ink
inline inner inter invisible ionicon ionicons ipsum isolation isometric italic item jfreechart jpeg jpg json justified kern keyframe
keyframes keyshape krita laag label lagen landmark landscape large last latex lato lavender layer layers layout leader leaflet left
legend legendgroup lettertype lib liberation libre libreoffice light lime line linear lineargradient linearrgb linecap linejoin link
linux list livello locked logo logotype lorem lower lucida lucide mac magenta mapbox marker markers markup maroon mask master material
matplotlib matrix mdi medium mermaid merriweather mesh metadata middle mindmap miro mjx mjxsvg mm mockup monaco mono monochrome monospace
montserrat mpl msft mso msofcthm msoffice msoftcthm mspaint msshape mui multiply mxgraph myriad namedview nav navy nodes nodetypes nofill
none nonzero noto null nunito object objectboundingbox objects oblique ocr oct octicon odd ofc olive open openmoji openstreetmap
opensymbol orange orig oswald outline outlined oval overlay overlays oxygen padding page palatino palette panel pantone paragraph parent
parse path pathitem paths patterns pen penpot perspective phosphor photopea pictogram pictos pie pink pixel placeholder plantuml plot
plotclip plotly png point points poly polygon polyline poppins popup portrait poster postgis powerpoint preset preview primary primitive
procreate prototype pt purple px qgis qrcode qt quad radial radialgradient raleway raster raw ray react recharts recolor rect rectangle
rects red redraw ref refs region regular remixicon render renderer rerender resize rgb rgba rgbcolor rgbtrio right robjects roboto
romboid rotate roundrect row rsvg sankey sans scale scatter screen screenshot sec segoe self semibold sequence series serif sfw sgml
shadow shadows shape shapes sheet shp sidebar silver simpleicons sketch skia slice slices small smil smooth snap sodipodi softlight solid
solids spacer span spinner spline sprite sprites square src srgb staroffice start step stop stops str strikethrough stroke strokes style
styles sub subgraph subpath subtitle sum svg svgator svgid svgjs svglite svgo svgr svgrepo svgs swatch swatches swimlane symbol symbols
tabler tag tahoma tail teal template term test testid text textbox textparagraph textpath textposition textshape textshapeindex textspan
texture thick thin thm thumbnail tick ticks tile tiles timeline times title token toolbar tooltip top torus trace traced tracer
tracercarrier track trans transform transparency trebuchet treemap triangle true tspan turtle twemoji twitter txt type typo ubuntu ui uml
umlclass underline unfilled ungroup unicode unset upper uri url use userspaceonuse utf util uuid vector vectornator vectors vega verdana
vertices viewbox viewport visio visual vml void wave waypoint webdings webkit webp weight white whiteboard widget wingdings wireframe wmf
word wrapper axonomgrid xygrid xaxis xhtml xlink xml xmlns xtick yaxis yellow yes ytick zaxis zindex zoom
"""
DRAWING_WORDS = frozenset(_WORDS.split())
