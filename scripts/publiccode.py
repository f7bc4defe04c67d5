"""`publiccode.yml`: what catalogues of public software ask of a project, and no more than we use.

https://yml.publiccode.tools/schema.core.html, version 0.7. No validator of it comes as a package.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from macros.model import Record, VeiligAdres

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Entry(Record):
    """A part of the file, where a name is written in camel case."""

    model_config = ConfigDict(alias_generator=to_camel)


class Description(Entry):
    """What the software is and does, in one language."""

    short_description: Annotated[Text, Field(max_length=150)]
    long_description: Annotated[Text, Field(min_length=150, max_length=10_000)]
    features: Texts


class Descriptions(Entry):
    """By language; the guide has one."""

    nl: Description


class Audience(Entry):
    """For which countries and which work."""

    countries: Texts
    scope: Texts


class Legal(Entry):
    """The licence of the code, as an SPDX expression."""

    license: Text
    main_copyright_owner: Text | None = None
    repo_owner: Text | None = None


class Contact(Entry):
    """A real person who knows the code; the standard wants no department here."""

    name: Text
    email: Text | None = None
    phone: Text | None = None
    affiliation: Text | None = None


class Contractor(Entry):
    """Who maintains the code under a contract, and until when."""

    name: Text
    until: datetime.date
    email: Text | None = None
    website: VeiligAdres | None = None


class Maintenance(Entry):
    """Who maintains the code."""

    type: Literal["internal", "contract", "community", "none"]
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)] | None = None
    contractors: Annotated[tuple[Contractor, ...], Field(min_length=1)] | None = None


class Localisation(Entry):
    """In which languages the software speaks."""

    localisation_ready: Literal["true", "false"]
    available_languages: Texts


class Publiccode(Entry):
    """The whole file."""

    publiccode_yml_version: Literal["0.7"]
    name: Text
    url: VeiligAdres
    landing_url: VeiligAdres | None = Field(default=None, alias="landingURL")
    software_version: Text
    release_date: datetime.date
    platforms: Texts
    categories: Texts
    development_status: Literal["concept", "development", "beta", "stable", "obsolete"]
    software_type: Literal["standalone/web"]
    intended_audience: Audience
    description: Descriptions
    legal: Legal
    maintenance: Maintenance
    localisation: Localisation


OWED = {"internal": "contacts", "community": "contacts", "contract": "contractors"}
"""What the standard wants to know beside each kind of maintenance."""
