/**
 * Takes files in and gives them out, for every transport alike: consoles and programs, no walls.
 */
import type { FileTaken } from '#shared/contract/files.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import { MOST_INCIDENT_BYTES } from '#shared/domain/incident/record/files.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { bytesOfFiles, refusedFile } from '#shared/domain/incident/rules/files.ts'
import type { Caller, Station } from '../api.ts'
import type { Memory } from '../engine/memory.ts'
import type { FileStore, Log } from '../ports.ts'
import * as no from '../refusals.ts'

type Parts = { files: FileStore | null; memory: Pick<Memory, 'incident'>; log: Log }

export function createFileDesk({
  files,
  memory,
  log,
}: Parts): Pick<Station, 'takeFile' | 'fileOf'> {
  /** Bytes that the incident still takes; of no incident, all that any may have. */
  async function roomOf(incidentId: string | null): Promise<number | Refusal> {
    if (incidentId === null) return MOST_INCIDENT_BYTES
    const incident = await memory.incident(incidentId)
    if (!incident) return unknownIncident()
    return refusedFile(incident, 0) ?? MOST_INCIDENT_BYTES - bytesOfFiles(incident)
  }

  async function take(
    content: AsyncIterable<Uint8Array>,
    incidentId: string | null,
    { role }: Caller,
  ): Promise<FileTaken | Refusal> {
    if (role === 'wall') return no.forbidden()
    if (!files) return filesNotOffered()
    const room = await roomOf(incidentId)
    if (typeof room !== 'number') return room
    const taken = await files.take(content, room)
    if (!taken.ok) return taken
    const { id, bytes, format } = taken.file
    return { ok: true, fileId: id, sha256: id, bytes, format }
  }

  return {
    async takeFile(content, incidentId, caller) {
      try {
        return await take(content, incidentId, caller)
      } catch (error) {
        log.error('file-failed', error)
        return no.internal()
      }
    },
    async fileOf(fileId, { role }) {
      if (role === 'wall') return no.forbidden()
      if (!files) return filesNotOffered()
      try {
        const file = await files.look(fileId)
        return file ? { ok: true, ...file } : unknownFile()
      } catch (error) {
        log.error('file-failed', error)
        return no.internal()
      }
    },
  }
}
