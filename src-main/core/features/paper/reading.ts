/** Reads the paper of a file that was taken in, and drafts a document of it; nothing is saved. */
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import { titleOfPaper } from '#shared/domain/paper/draft.ts'
import { PAPER_BYTES, paperTooBig } from '#shared/domain/paper/refusals.ts'
import type { PaperParagraph, PaperPost } from '#shared/domain/paper/paper.ts'
import {
  MOST_PAPER_SIGNS,
  MOST_SENTENCES,
  type PaperFile,
} from '#shared/domain/plan-paper/paper.ts'
import { paperEmpty, paperTooLong } from '#shared/domain/plan-paper/refusals.ts'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import type { PaperDrafted } from '../../ports.ts'
import { isRefusal, type QueryContext } from '../handler.ts'

/** The posts that a paper may name: those of the documents, and the site's own. */
function postsOf({ library, memory }: Pick<QueryContext, 'library' | 'memory'>): PaperPost[] {
  const posts = library
    .roles()
    .map(({ id, name, aliases }) => ({ id, name: name.zh || name.en, aliases }))
  const known = new Set(posts.map(({ id }) => id))
  const ofSite = (memory.register()?.posts ?? []).flatMap(({ id, name }) =>
    name && !known.has(id) ? [{ id, name: name.zh || name.en }] : [],
  )
  return [...posts, ...ofSite]
}

/** For which a document of this site is: its own kinds, else any. */
export const usualKinds = ({ memory }: Pick<QueryContext, 'memory'>): readonly string[] => {
  const { kinds } = memory.site
  const every = Object.keys(SITE_KINDS).filter((kind) => kind !== 'all')
  return kinds.length === 0 || kinds.includes('all') ? every : kinds
}

/** A document may be headed with as many signs. */
const LONGEST_TITLE = 120

export type PaperReading = {
  ok: true
  file: PaperFile
  title: string
  paragraphs: readonly PaperParagraph[]
}

/**
 * The words of a file that waits at the station. Refusals: `files-not-offered`, `unknown-file`,
 * `paper-too-large`, `paper-too-long`, `paper-empty`, and what the reader finds wrong.
 */
export async function readingOf(
  { fileId }: { fileId: string },
  { files, paperReader }: Pick<QueryContext, 'files' | 'paperReader'>,
): Promise<PaperReading | Refusal> {
  if (!files || !paperReader) return filesNotOffered()
  const there = await files.look(fileId)
  if (!there) return unknownFile()
  const { bytes, format, path } = there
  if (bytes > PAPER_BYTES) return paperTooBig()
  const words = await paperReader.read(path)
  if (isRefusal(words)) return words
  const { paragraphs } = words
  const signs = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  if (signs > MOST_PAPER_SIGNS) return paperTooLong()
  const written = paragraphs.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return paperEmpty()
  if (written.length > MOST_SENTENCES) return paperTooLong()
  const title = titleOfPaper(paragraphs).slice(0, LONGEST_TITLE)
  return { ok: true, file: { sha256: fileId, bytes, format }, title, paragraphs }
}

/**
 * What the rules make of it for a document of this id; the same paper gives the same draft.
 * Refusals: `files-not-offered`, `paper-too-long`, `paper-not-read`.
 */
export async function draftedFrom(
  { paragraphs }: Pick<PaperReading, 'paragraphs'>,
  about: { document: string; title: string; siteKinds: readonly string[] },
  context: Pick<QueryContext, 'library' | 'memory' | 'paperReader'>,
): Promise<PaperDrafted | Refusal> {
  if (!context.paperReader) return filesNotOffered()
  const answer = await context.paperReader.draft(paragraphs, {
    documentId: about.document,
    title: about.title,
    posts: postsOf(context),
    siteKinds: about.siteKinds,
  })
  if (isRefusal(answer)) return answer
  return answer.drafted.sentences.length > MOST_SENTENCES ? paperTooLong() : answer
}
