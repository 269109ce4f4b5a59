"""The base of every declaration: a frozen value with known keys."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, model_validator


class Declared(BaseModel):
    """A declaration: it is frozen, refuses unknown keys, and treats a key without a value as absent."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: object) -> object:
        if not isinstance(data, Mapping) or None not in data.values():
            return data
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}
