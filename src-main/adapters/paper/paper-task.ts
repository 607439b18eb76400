/** What a thread of papers is given to do: a file is read, or what was read becomes a draft. */
import { open } from 'node:fs/promises'
import type { PaperDrafted, PaperWords } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { draftOfPaper } from '#shared/domain/paper/draft.ts'
import type { DraftOptions, PaperParagraph } from '#shared/domain/paper/paper.ts'
import { PAPER_BYTES, paperTooBig } from '#shared/domain/paper/refusals.ts'
import { readPaper } from './read-paper.ts'

export type PaperTask =
  { path: string } | { paragraphs: readonly PaperParagraph[]; options: DraftOptions }

async function read(path: string): Promise<PaperWords | Refusal> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    return size > PAPER_BYTES ? paperTooBig() : await readPaper(await handle.readFile())
  } finally {
    await handle.close()
  }
}

/** Rejects for what is a fault here. */
export const doTask = async (task: PaperTask): Promise<PaperWords | PaperDrafted | Refusal> =>
  'path' in task
    ? read(task.path)
    : { ok: true, drafted: draftOfPaper(task.paragraphs, task.options) }
