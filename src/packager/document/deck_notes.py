"""The speaker notes of a lesson's deck: what the teacher says and looks for, slide by slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packager.document.nodes import Block, BulletList, Drawing, Figure, Paragraph, Pause, Prose, Run, Source, Style, Table, Word
from packager.document.recall_questions import RecallQuestion, origins
from packager.model.lesson import Lesson
from packager.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Note:
    """A labelled passage of the notes: `Story cue`, `Say it`, `Answers`."""

    label: str
    text: str


Notes = tuple[Note, ...]


class LessonNotes:
    """The notes for each step of one lesson."""

    def __init__(self, topic: Topic, lesson: Lesson) -> None:
        self.topic, self.lesson = topic, lesson

    def title(self) -> Notes:
        """The outcome, how to open the lesson, what to bring and what to be careful of."""
        lesson = self.lesson
        return _notes(
            ("Outcome", lesson.outcome),
            ("Story cue", lesson.story_cue),
            ("You will need", "; ".join(lesson.materials)),
            ("Content guidance", lesson.content_guidance or self.topic.content_guidance),
            ("Background", lesson.notes),
            ("Misconceptions, and what to say", "" if lesson.know else self._misconceptions()),
        )

    def recall(self, questions: tuple[RecallQuestion, ...]) -> Notes:
        """How to use the questions, their answers, and where each was taught."""
        return _notes(
            ("Recall", "Pupils answer from memory before the next slide shows the answers."),
            ("Answers", _numbered(question.answer for question in questions)),
            ("Where they come from", origins(questions)),
        )

    def words(self, words: Iterable[Word]) -> Notes:
        """How to say the new words, and an invitation to say them together."""
        said = "; ".join(f"{word.term} ({word.say})" for word in words if word.say)
        return _notes(("Words", "Say each word together before reading. Pupils meet it again, in bold, in the booklet."), ("Say it", said))

    def passage(self, prose: Iterable[Prose]) -> Notes:
        """The new words and the names to say in this stretch of the chapter."""
        text = [run for block in prose for runs in _runs(block) for run in runs]
        new = ", ".join(run.text for run in text if run.style is Style.TERM)
        return _notes(
            ("Read", "Read this passage aloud together."),
            ("New words here", new),
            ("Say it", self._names("".join(run.text for run in text))),
        )

    def pause(self, pause: Pause) -> Notes:
        """What a good answer says."""
        return _notes(("Pause", "Give a quiet moment before anyone answers."), ("A good answer", pause.answer))

    def shown(self, block: Figure | Drawing | Table) -> Notes:
        """What there is to see, for a teacher who describes it."""
        seen = block.alt if isinstance(block, Drawing) else block.image.alt if isinstance(block, Figure) else None
        return _notes(("Look", "Give pupils time to look before you explain."), ("What there is to see", seen))

    def talk(self) -> Notes:
        """How to run the talk."""
        return _notes(("Talk", "Pupils talk in pairs, then some share what their partner said."))

    def task(self) -> Notes:
        """What to look for in pupils' work."""
        return _notes(("Task", "Pupils work on their own."), ("Look for", self.lesson.task.guidance if self.lesson.task else None))

    def quiz(self) -> Notes:
        """The answers."""
        return _notes(
            ("Quiz", "The next slides show the answers."), ("Answers", _numbered(question.answer for question in self.lesson.quiz))
        )

    def know(self) -> Notes:
        """Misconceptions and what to say to them."""
        return _notes(
            ("Remember", "Say these together. They come back in later lessons."),
            ("Misconceptions, and what to say", self._misconceptions()),
        )

    def credits(self) -> Notes:
        """Why this slide stays."""
        return _notes(("Credits", "Nothing to teach here. Keep this slide when you share the deck."))

    def _misconceptions(self) -> str:
        return " ".join(f"‘{m.idea.rstrip('.')}.’ {m.response}" for m in self.lesson.misconceptions)

    def _names(self, text: str) -> str:
        return "; ".join(f"{name} ({said})" for name, said in self.lesson.say.items() if name in text)


def _notes(*pairs: tuple[str, str | None]) -> Notes:
    return tuple(Note(label, text) for label, text in pairs if text)


def _numbered(answers: Iterable[str]) -> str:
    return "; ".join(f"{number} {answer}" for number, answer in enumerate(answers, 1))


def _runs(block: Block) -> Iterator[tuple[Run, ...]]:
    if isinstance(block, Paragraph):
        yield block.runs
    elif isinstance(block, BulletList):
        yield from block.items
    elif isinstance(block, Source):
        yield from block.paragraphs
    else:
        yield from getattr(block, "paragraphs", ())
