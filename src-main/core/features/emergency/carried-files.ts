/**
 * Has the files of plans and of incidents that were taken over copied into the emergency record,
 * one after another: whoever takes over waits for none of them, and the damaged folder may be gone
 * by the time at which this record is adopted.
 */
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import { filesOf } from '#shared/domain/incident/rules/files.ts'
import type { Memory } from '../../engine/memory.ts'
import type { FileStore, Log } from '../../ports.ts'

type Parts = { memory: Pick<Memory, 'incidents' | 'documents'>; files: FileStore | null; log: Log }

export function createCarriedFiles({ memory, files, log }: Parts): {
  poll: () => void
  stop: () => Promise<void>
} {
  const begun = new Set<string>()
  let turn: Promise<void> = Promise.resolve()
  let isStopped = false

  async function bring(store: FileStore, fileId: string): Promise<void> {
    if (isStopped) return
    try {
      if (await store.keep(fileId)) return
      log.error('file-not-carried', new Error('it is not there, or not whole'), { fileId })
    } catch (error) {
      begun.delete(fileId) // a full disk may have room again
      log.error('file-not-carried', error, { fileId })
    }
  }

  /** Of what was taken over, and of the plans: a map is needed now. */
  function named(): readonly { file: StoredFile }[] {
    const isEmergency = memory.documents.get('emergency', 'station') !== null
    return [
      ...(isEmergency
        ? [...memory.documents.all('attachments').values()].flatMap((plan) => plan.files)
        : []),
      ...[...memory.incidents.values()]
        .filter(({ takenOver }) => takenOver)
        .flatMap((incident) => filesOf(incident)),
    ]
  }

  return {
    poll() {
      if (!files) return
      for (const { file } of named()) {
        if (begun.has(file.id)) continue
        begun.add(file.id)
        turn = turn.then(() => bring(files, file.id))
      }
    },
    async stop() {
      isStopped = true
      await turn
    },
  }
}
