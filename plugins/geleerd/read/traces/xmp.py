"""XMP: the XML about a file that images and PDFs carry (ISO 16684-1). Whatever stands in it outside a harmless property tells something."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, TreeBuilder

from defusedxml import ElementTree

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_XML
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.properties import property_traces
from geleerd.read.traces.values import SHAPES, is_identifier, is_language, is_version

_RDF, _META = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{adobe:ns:meta/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_RESOURCE = f"{_RDF}resource"
