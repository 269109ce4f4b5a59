"""What is too much for one file, text or picture: every limit once, with its reason.

Reading and validation hold to them, so that the check says of a file what a build would, and no file costs more than its length.
"""

from typing import Final

# Texts.
LARGEST_TEXT: Final = 1_000_000
"""Bytes of a Markdown or YAML file; a long article has 50,000."""

LONGEST_LINE: Final = 20_000
"""Characters on one line of such a file. A long paragraph has 3,000; what is longer is a file that somebody pasted as a text."""

LONGEST_BODY: Final = 150_000
"""Characters in one text; a long article has 50,000."""

DEEPEST_TEXT: Final = 100
"""Levels of nodes inside each other in one text; people need about ten."""

MOST_NODES: Final = 50_000
"""Nodes of one text. A long article has 3,000; empty cells of one wide table can make millions."""

MOST_HEADINGS: Final = 2_000
"""Headings of one text. A long article has 50; of those with the same words, each anchor takes a look at all before it."""

MOST_ELEMENTS: Final = 10_000
"""Tags of HTML in one text. Where nobody closes them, each looks at all that are open, and a browser shows 500 inside each other."""

LONGEST_CUT: Final = 40
"""Letters of the longest word that the search cuts into parts. Longer ones are keys and hashes, of which it would try every piece."""

# Front matter and word lists.
LONGEST_YAML: Final = 64 * 1024
"""Characters of YAML in one file, and of TOML above one that comes from elsewhere."""

MOST_ROWS: Final = 10_000
"""Rows of a table that somebody imports; each becomes a draft."""

MOST_COLUMNS: Final = 500
"""Columns of such a table; a long form has 60 questions."""

LONGEST_MENDED: Final = 16 * 1024
"""Characters of the longest YAML for which we look for what was meant; a front matter seldom has 5,000."""

DEEPEST_YAML: Final = 8
"""Levels of nesting; the declarations use four."""

LONGEST_FIELD: Final = 4000
"""Characters in one plain-text field: about a page and a half of A4."""

MOST_ENTRIES: Final = 200
"""Entries in one list of a front matter."""

MOST_ABOVE: Final = 12
"""Most ancestors of one entry; the real frame uses one. The breadcrumbs, and the templates that show them, need a bound."""

MOST_CHOICES: Final = 200
"""Choices of one question or facet that stand on a page; of a longer list they come from a file, when somebody asks for them."""

# Images and documents.
LARGEST_LOOKED_INTO: Final = 20_000_000
"""Bytes; twice the largest document that a page may offer."""

DEEPEST_DRAWING: Final = 64
"""Levels of elements inside each other in an SVG; drawings of all programs that we know stay below 30."""

LARGEST_DRAWING: Final = 2_000_000
"""Bytes of an SVG that is clean; as many as it may have when it comes in."""

DEEPEST_STYLE: Final = 8
"""Functions and brackets inside each other in one value of a style."""

MOST_DRAWN: Final = 100_000
"""Shapes that a browser draws for one SVG, with every use of each. Two million bytes of plain shapes are some 50,000."""

MOST_ANIMATIONS: Final = 500
"""Animations in one SVG, with every use of each; an animated drawing has ten."""

MOST_STYLE_MARKS: Final = 50_000
"""Brackets and semicolons in all styles of an SVG together; a large map has 10,000."""

MOST_STEPS: Final = 30
"""Steps of one filter in an SVG; shadows of Figma have eight, effects of Inkscape some fifteen."""

MOST_WIDE_STEPS: Final = 5
"""Steps of one filter that look far around every point, such as blur; on a whole screen each takes Chromium 0.2 seconds."""

MOST_WIDE: Final = 100
"""Such steps in one SVG, with every use of each; a diagram with a shadow below every box has some fifty, all small."""

MOST_OCTAVES: Final = 10
"""Layers of noise of one `feTurbulence`; people use up to five, and beyond ten nobody sees more."""

LARGEST_BLUR: Final = 1_000
"""Units of one blur, `stdDeviation`; a whole screen is some 1,000."""

LARGEST_SPREAD: Final = 10
"""Units by which `feMorphology` makes lines thicker; outlines take one to four."""

LARGEST_KERNEL: Final = 5
"""Points beside each other that `feConvolveMatrix` looks at; filters that sharpen take three or five."""

MOST_DASHES: Final = 50_000
"""Dashes of all lines of an SVG; twice as many, right across a screen, take Chromium 0.7 seconds."""

MOST_CROSSINGS: Final = 10_000
"""How often the outlines of an SVG go from one side of a shape to the other, of dense shapes only; a contour map has some hundreds."""

LONGEST_ENTITY: Final = 200
"""Characters that a name in an SVG may stand for. Illustrator names the addresses of its namespaces in this way."""

LARGEST_EXIF: Final = 0xFFFF
"""Bytes of Exif, as in a JPEG, where it must fit in one segment."""

LARGEST_XML: Final = 500_000
"""Bytes of XML with properties of one file; cameras and word processors write a few thousand."""

LARGEST_PROFILE: Final = 5_000_000
"""Bytes of an unpacked colour profile; those of printers have two million."""

MOST_PARTS: Final = 200
"""Parts with text in one image; a real image has three or four."""

MOST_TAGS: Final = 100
"""Parts of one colour profile; real ones have about ten."""

MOST_RESOURCES: Final = 200
"""Settings of Photoshop in one image; real ones have about thirty."""

MOST_FILES: Final = 3_000
"""Parts of one document, with those of the documents inside it; a presentation of 300 slides has some 1,500."""

LARGEST_PART: Final = 20_000_000
"""Bytes of one part of a document, unpacked."""

MOST_UNPACKED: Final = 100_000_000
"""Bytes of all parts of a document together, unpacked."""

DEEPEST_PART: Final = 1_000
"""Elements inside each other in one part of a document; tables in tables stay below 100."""

MOST_TAGS_OF_PARTS: Final = 3_000_000
"""Beginnings and ends of elements in all parts of a document together; a sheet of 100,000 rows with seven cells has about as many."""

MOST_ATTRIBUTES: Final = 4_000_000
"""Attributes in all parts of a document together; a sheet of 100,000 rows with seven cells has some 2,300,000."""

MOST_NAMES: Final = 30_000
"""Different names of marks, shapes, styles and the like in one document; a presentation of 300 slides has some 5,000."""

LONGEST_TAG: Final = 1_000_000
"""Bytes of one element without what is in it: its name and its attributes. The longest that programs write, a path, has 100,000."""

LONGEST_PART_NAME: Final = 255
"""Characters of the name of a part of a document."""

MOST_OBJECTS: Final = 100_000
"""Objects of one PDF; a report of 300 pages has some 5,000."""

MOST_PAGES: Final = 3_000
"""Pages of one PDF; a thick book has 1,200."""

MOST_INSIDE: Final = 1_000_000
"""Objects of one PDF with the values inside them; every number and name is one."""

LARGEST_STREAM: Final = 20_000_000
"""Bytes of one stream of a PDF, unpacked."""

DEEPEST_FILE: Final = 3
"""Files inside each other: a picture in a sheet in a report."""

MOST_TRACES: Final = 100
"""Facts that one file, or one part of it, tells beside what it shows; more would tell nobody anything new."""

MOST_PIXELS: Final = 50_000_000
"""Pixels of one image; a telephone makes 12 million, at most 48. A browser needs four bytes for each, whatever the file is."""

MOST_MOVING_PIXELS: Final = 200_000_000
"""Pixels of all frames of one moving image: 400 frames of 800 by 600."""

MOST_FETCHED_BYTES: Final = 20_000_000
"""Bytes of the records of one knowledge base elsewhere; 5,000 items have some 4 million."""

MOST_FOREIGN_ITEMS: Final = 5_000
"""Items of one knowledge base elsewhere."""

MOST_OTHER_BASES: Final = 20
"""Knowledge bases elsewhere on one site."""

OLD_AFTER_DAYS: Final = 30
"""Days after which a build says how old that is what was fetched."""
