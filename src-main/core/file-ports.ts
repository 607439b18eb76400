/** The port of files that people attach to incidents: their bytes lie beside the record. */
import type { Refusal } from '#shared/domain/decision.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'

/** `where`: below the data folder. `seq`: of the event that speaks of it. */
export type DamagedFile = { seq: number; why: 'file-missing' | 'file-changed'; where: string }

/** Hears each event while a record is verified; `body` is its text. */
export type HearEvent = (event: { seq: number; type: string; body: string }) => void

/**
 * Takes files in and gives them out. A file is there whole and on disk, or not at all; the same
 * bytes are one file.
 */
export interface FileStore {
  /**
   * Reads `content` to its end onto the disk; `room`: bytes that its incident still takes. It waits
   * there a day for somebody to attach it. It never rejects. Refusals: `file-too-large`,
   * `file-empty`, `file-format`, `file-macros`, `file-code`, `file-incomplete`, `files-full`,
   * `no-room`, `file-not-saved`.
   */
  take(
    content: AsyncIterable<Uint8Array>,
    room: number,
  ): Promise<{ ok: true; file: StoredFile } | Refusal>
  /**
   * From now on the record may speak of it: it stays for good, on disk when this resolves, out of
   * the record that this one stands in for, too. Null: it is not there, or not whole there. Rejects
   * with what the file system says.
   */
  keep(fileId: string): Promise<StoredFile | null>
  /** Path, size and format of one that is there, attached or waiting; else null. */
  look(fileId: string): Promise<(StoredFile & { path: string }) | null>
  /** Those that stay and came between these instants (UTC ms). Throws what the file system says. */
  cameBetween(from: number, until: number): readonly string[]
  /** Of which the record speaks no more, or never did: it is gone when this resolves. */
  discard(fileId: string): Promise<void>
}

/**
 * What an archive package has besides the page of its record: the record as JSON, papers, and files
 * by where they lie (`path`), under a name of their own; `id`: the SHA-256 that they must have.
 */
export type Enclosed = {
  json: string
  papers: readonly { name: string; text: string }[]
  files: readonly { name: string; path: string; id: string }[]
}

/**
 * What a filing package of a plan document has: its parts, each under a name in ASCII, and the
 * files of document and plans, with what each is called (`title`).
 */
export type FilingEnclosed = {
  parts: readonly { name: string; document: ReportDocument }[]
  files: readonly (Enclosed['files'][number] & { title: string })[]
}
