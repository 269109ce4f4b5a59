"""The properties of Exif (JEITA CP-3451) and TIFF that tell how a picture is stored and a camera was set, each with what may stand in it.

A line is a shape and the names that have it. Numbers say how many there may be.
"""

from collections.abc import Mapping
from typing import NamedTuple


class TagRule(NamedTuple):
    """What a harmless value of a property looks like: its shape as text, and how many numbers it is at least and at most."""

    shape: str
    least: int = 1
    most: int = 1


_RULES = """
number: BitsPerSample*1-4 CompressedBitsPerPixel Compression ExifImageHeight ExifImageWidth FillOrder ImageHeight ImageLength ImageWidth
number: ExtraSamples NewSubfileType Orientation PhotometricInterpretation PixelXDimension PixelYDimension PlanarConfiguration Predictor
number: RelatedImageLength RelatedImageWidth ResolutionUnit RowsPerStrip SampleFormat*1-4 SamplesPerPixel StripByteCounts StripOffsets
number: SubfileType TileLength TileWidth XResolution YResolution YCbCrPositioning ColorSpace Rating RatingPercent
numbers: PrimaryChromaticities*6 ReferenceBlackWhite*6 WhitePoint*2 YCbCrCoefficients*3 YCbCrSubSampling*2 LensSpecification*4 LensInfo*4
numbers: ISOSpeedRatings*1-2 PhotographicSensitivity*1-2 SubjectArea*2-4 SubjectLocation*2-4 CompositeImageCount*2 TimeZoneOffset*1-2
number: AmbientTemperature ApertureValue BrightnessValue CompositeImage Contrast CustomRendered DigitalZoomRatio ExposureBiasValue
number: ExposureIndex ExposureMode ExposureProgram ExposureTime FNumber FlashEnergy FocalLength FocalLengthIn35mmFilm
number: FocalPlaneResolutionUnit FocalPlaneXResolution FocalPlaneYResolution GainControl ISOSpeed ISOSpeedLatitudeyyy ISOSpeedLatitudezzz
number: LightSource MaxApertureValue MeteringMode Mode RecommendedExposureIndex Return Saturation SceneCaptureType SensingMethod
number: SensitivityType Sharpness ShutterSpeedValue StandardOutputSensitivity SubjectDistance SubjectDistanceRange WhiteBalance Flash
number: Gamma OffsetSchema SelfTimerMode FileSource SceneType
switch: Fired Function RedEyeMode
version: ExifVersion FlashPixVersion FlashpixVersion InteropVersion
interop: InteropIndex
components: ComponentsConfiguration
filters: CFAPattern
padding: Padding
date: DateTime DateTimeDigitized DateTimeOriginal
zone: OffsetTime OffsetTimeDigitized OffsetTimeOriginal
fraction: SubSecTime SubSecTimeDigitized SubSecTimeOriginal SubsecTime SubsecTimeDigitized SubsecTimeOriginal
maker: Make LensMake
model: Model LensModel Lens UniqueCameraModel
software: Software HostComputer ProcessingSoftware CameraFirmware
image: ImageUniqueID
said: ImageDescription UserComment
"""


def _rules() -> dict[str, TagRule]:
    found = {}
    for line in _RULES.strip().splitlines():
        shape, _, names = line.partition(": ")
        for word in names.split():
            name, _, counts = word.partition("*")
            least, _, most = (counts or "1").partition("-")
            found[name] = TagRule(shape, int(least), int(most or least))
    return found


EXIF_RULES: Mapping[str, TagRule] = _rules()
"""The rules by the names that Exif and XMP use."""
