/** The thread that reads a paper, so that a hostile file costs nothing but this thread. */
import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PAPER_BYTES, paperTooBig } from '#shared/domain/paper/refusals.ts'
import { readPaper, type PaperWords } from './read-paper.ts'
import type { Refusal } from '#shared/domain/decision.ts'

async function read(path: string): Promise<PaperWords | Refusal> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    return size > PAPER_BYTES ? paperTooBig() : await readPaper(await handle.readFile())
  } finally {
    await handle.close()
  }
}

// what it rejects with ends the thread, which its owner hears of
void read(workerData as string).then((words) => parentPort?.postMessage(words))
