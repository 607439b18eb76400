/** The port of papers: reads the words of a file that somebody hands over, whatever is in it. */
import type { Refusal } from '#shared/domain/decision.ts'
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'

export type PaperWords = { ok: true; paragraphs: readonly PaperParagraph[] }

export interface PaperReader {
  /**
   * The paragraphs of the file at `path`; its name says what somebody takes it for. Bounded in time
   * and memory, beside the station: whatever is wrong with the file is a refusal. It never rejects.
   */
  read(path: string, fileName: string): Promise<PaperWords | Refusal>
}
