"""Questions about documents and claims."""

from __future__ import annotations

from pledgebook.book import documents, queries
from pledgebook.book.asking import Page, Where
from pledgebook.book.errors import BookError
from pledgebook.book.view import Between, View
from pledgebook.model import Claim, Document


def all_documents(view: View) -> list[Document]:
    """All documents, oldest first."""
    return [documents.document_from(row) for row in view.connection.execute(queries.DOCUMENTS)]


def one_document(view: View, id_: str) -> Document:
    """One document; `BookError` where there is none of that id."""
    found = documents.find_document(view.connection, id_)
    if found is None:
        raise BookError(f"the book has no document {id_}")
    return found[1]


def claims(view: View, between: Between, where: Where, page: Page) -> list[Claim]:
    """The claims of a relation under filters, as people left them; a page of them."""
    scopes, conditions = view.scopes(between) or (), where.conditions()
    query = queries.claims(
        len(scopes), [name for name, _ in conditions], retired=where.retired, newest=page.newest, paged=page.some
    )
    values = [*scopes, *(value for _, value in conditions), *([page.most, page.offset] if page.some else [])]
    return [view.left(row) for row in documents.rows(view.connection, query, values)]


def count(view: View, between: Between, where: Where, most: int | None) -> int:
    """How many claims of a relation there are under filters; counting stops at `most`."""
    scopes, conditions = view.scopes(between) or (), where.conditions()
    query = queries.count(len(scopes), [name for name, _ in conditions], retired=where.retired)
    values = [*scopes, *(value for _, value in conditions), -1 if most is None else most]
    return int(view.connection.execute(query, values).fetchone()[0])


def one_claim(view: View, id_: str) -> Claim:
    """One claim, whether it stands or not; `BookError` where there is none of that id."""
    for row in documents.rows(view.connection, queries.CLAIM, (id_,)):
        return view.left(row)
    raise BookError(f"the book has no claim {id_}")


def relations(view: View) -> list[tuple[str, str, int]]:
    """Every pair of states with the number of its claims, the fullest first."""
    found = []
    for name, count in view.connection.execute(queries.RELATIONS):
        left, right = name.split("-")
        found.append((left, right, count))
    return found
