/** The port of papers: reads the words of a file that somebody hands over, whatever is in it. */
import type { Refusal } from '#shared/domain/decision.ts'
import type { DraftOptions, PaperDraft, PaperParagraph } from '#shared/domain/paper/paper.ts'

export type PaperWords = { ok: true; paragraphs: readonly PaperParagraph[] }

export type PaperDrafted = { ok: true; drafted: PaperDraft }

export interface PaperReader {
  /**
   * The paragraphs of the file at `path`, by what is in it. Bounded in time and memory, beside the
   * station: whatever is wrong with the file is a refusal. It never rejects.
   */
  read(path: string): Promise<PaperWords | Refusal>

  /**
   * What the rules make of these paragraphs, bounded and beside the station like the reading: a
   * long paper takes them seconds, and a hostile one may take them any time. It never rejects.
   */
  draft(
    paragraphs: readonly PaperParagraph[],
    options: DraftOptions,
  ): Promise<PaperDrafted | Refusal>
}
