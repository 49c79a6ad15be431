"""Commands whose help and usage errors are in French; click's own are in English."""

from __future__ import annotations

import inspect
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click
from typing_extensions import override

from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANNEES = range(2000, 2101)


class BaseManquanteError(click.UsageError):
    """A command that works on a base was given none."""

    def __init__(self) -> None:
        super().__init__("Indiquez la base avant la commande : fluxdesk --base FICHIER.fluxdesk …")


class CommandeManquanteError(click.UsageError):
    """A group was named without the command wanted of it."""

    def __init__(self, contexte: click.Context, groupe: click.Group) -> None:
        names = ", ".join(groupe.list_commands(contexte))
        super().__init__(f"Il manque la commande ; choisissez parmi : {names}.", contexte)


class ArgumentEnTropError(click.UsageError):
    """More words were given than the command takes."""

    def __init__(self, contexte: click.Context, mots: Sequence[str]) -> None:
        super().__init__(f"« {' '.join(mots)} » est de trop ici.", contexte)


class OptionsError(click.UsageError):
    """Options that do not go together; the message is the sentence."""


class AideDemandee(Exception):  # noqa: N818 - an answer, not an error
    """Help was asked for; the message is its text."""


def _demander_aide(
    contexte: click.Context,
    _option: click.Parameter,
    voulue: bool,  # noqa: FBT001 - click passes it so
) -> None:
    if voulue:
        raise AideDemandee(contexte.get_help())


class _Aide(click.Command):
    """Help in French, and ``--json`` after any command.

    The option does nothing here: ``executer`` looks for it before click does, so that a usage
    error too is told in JSON.
    """

    _AIDE: ClassVar = click.Option(
        ["--aide", "--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_demander_aide,
        help="Afficher cette aide.",
    )
    _JSON: ClassVar = click.Option(
        ["--json"],
        is_flag=True,
        expose_value=False,
        help="Rendre le résultat en un seul document JSON, sur la sortie standard.",
    )

    @override
    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*self.params, self._JSON, self._AIDE]

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx  # the parser does not say which command it reads
            raise

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = [p for param in self.params for p in param.get_usage_pieces(ctx)]
        return ["[options]", *pieces]

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, words, prefix="Usage : ")

    @override
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(inspect.cleandoc(self.help or ""))

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record and record[1]])


class Commande(_Aide):
    """A command: takes what it names and nothing more."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise ArgumentEnTropError(ctx, rest)
        return rest


class Groupe(_Aide, click.Group):
    """A group of commands, in the order they were declared."""

    command_class = Commande

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*super().collect_usage_pieces(ctx)[:1], "commande …"]

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Aide.format_options(self, ctx, formatter)
        with formatter.section("Commandes"):
            formatter.write_dl(
                [(name, _premiere_phrase(self.commands[name])) for name in self.list_commands(ctx)]
            )


def _premiere_phrase(commande: click.Command) -> str:
    """What a list of commands says of each: the first paragraph of its help."""
    return inspect.cleandoc(commande.help or "").partition("\n\n")[0]


class Obligatoire(click.Option):
    """An option declared ``required``, whose own help says so, in French."""

    @override
    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        return {}


class CheminType(click.ParamType[Path, str]):
    """A file or folder; whether it is there is for the service to say."""

    name = "chemin"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(value)


class TexteType(click.ParamType[str, str]):
    """Words for the base: UTF-8, also where the locale made Python read bytes it did not know."""

    name = "texte"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return os.fsencode(value).decode("utf-8")
        except UnicodeDecodeError:
            self.fail("Le texte donné n’est pas en UTF-8.", param, ctx)


class AnneeType(click.ParamType[int, str]):
    """A year in four digits."""

    name = "annee"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not (value.isascii() and value.isdigit() and int(value) in _ANNEES):
            self.fail(f"« {value} » n’est pas une année ; écrivez-la comme 2026.", param, ctx)
        return int(value)


class DateType(click.ParamType[date, str]):
    """A day, as officers write it."""

    name = "date"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return lire_date(value)
        except DateIllisibleError as error:
            self.fail(str(error), param, ctx)


CHEMIN = CheminType()
TEXTE = TexteType()
ANNEE = AnneeType()
DATE = DateType()


def phrase_usage(erreur: click.UsageError) -> str:
    """The French sentence of a usage error, followed by where help is."""
    path = erreur.ctx.command_path if erreur.ctx else "fluxdesk"
    return f"{_phrase(erreur)}\nAide : {path} --aide"


def _phrase(erreur: click.UsageError) -> str:
    match erreur:
        case click.NoSuchOption():
            return f"L’option « {erreur.option_name} » n’existe pas.{_voisins(erreur)}"
        case click.NoSuchCommand():
            return f"La commande « {erreur.command_name} » n’existe pas.{_voisins(erreur)}"
        case click.BadOptionUsage():
            return _mauvaise_option(erreur)
        case click.MissingParameter():
            return f"Il manque {_nom(erreur)}."
        case _:
            return erreur.message


def _voisins(erreur: click.NoSuchOption | click.NoSuchCommand) -> str:
    near = erreur.possibilities
    return f" Vouliez-vous dire « {' » ou « '.join(near)} » ?" if near else ""


def _mauvaise_option(erreur: click.BadOptionUsage) -> str:
    params = erreur.ctx.command.params if erreur.ctx else []
    valued = {name for p in params if not getattr(p, "is_flag", False) for name in p.opts}
    takes = "attend" if erreur.option_name in valued else "ne prend pas"
    return (
        f"L’option « {erreur.option_name} » {takes} {'une' if takes == 'attend' else 'de'} valeur."
    )


def _nom(erreur: click.MissingParameter) -> str:
    param = erreur.param
    if isinstance(param, click.Option):
        return f"l’option « {param.opts[0]} »"
    return f"l’argument {param.human_readable_name if param else ''}".rstrip()
