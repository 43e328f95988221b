"""The one road from a speech to its task list; commands, papers and the page all take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tongzhi.extract.directory import directory_of
from tongzhi.extract.tasks import extract_tasks

if TYPE_CHECKING:
    from datetime import date

    from tongzhi.model.task import TaskList
    from tongzhi.papers.profile import Profile
    from tongzhi.read.speech import Speech


def list_tasks(
    speech: Speech | str,
    *,
    meeting_date: date | None = None,
    owners: Mapping[str, Any] | None = None,
    profile: Profile | None = None,
) -> TaskList:
    """Give the task list of a speech, with its keywords and with where it came from.

    Args:
        speech: a speech that was read, or its text.
        meeting_date: what 明天 counts from; without it the day that the speech's head states.
        owners: fields and names of bodies → responsible departments; comes before the profile's 责任单位对照.
        profile: the office's profile, of which 责任单位对照, 单位名录 and 领导分工 are used.

    Raises:
        InputError: `meeting_date` is no date.
    """
    mapped, directory = owners_of(owners, profile), directory_of(profile)
    if isinstance(speech, str):
        return extract_tasks(speech, meeting_date=meeting_date, owners=mapped, directory=directory)
    found = extract_tasks(
        speech.text,
        meeting_date=meeting_date or speech.meeting_date,
        owners=mapped,
        directory=directory,
        cues=speech.cues or None,
    )
    source = replace(
        found.source, file=speech.file, encoding=speech.encoding, sha256=speech.sha256, chars=len(speech.text)
    )
    return replace(found, source=source)


def owners_of(owners: Mapping[str, Any] | None, profile: Profile | None) -> dict[str, Any]:
    """Give the owners map of a run: what is given for it, over what the office's profile has."""
    return {**(profile.owners_map if profile else {}), **(owners or {})}
