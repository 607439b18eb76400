/** Says of which files an event of the record speaks, of whatever stream it is. */
import type { IncidentTakenOver } from './incident/record/events.ts'
import type { FileAttached, StoredFile } from './incident/record/files.ts'
import type { AttachmentsCarried } from './plan-attachment/stream.ts'

/**
 * `carried`: it was attached in the record that this one stood in for, and may never have been
 * there to be brought along.
 */
export type FileNaming = { id: string; carried: boolean }

/** Types of events that speak of files: of incidents, actions, checks and plans. */
export const NAMES_FILES = ['FileAttached', 'IncidentTakenOver', 'AttachmentsCarried'] as const

const carried = (files: readonly { file: StoredFile }[]): readonly FileNaming[] =>
  files.map(({ file }) => ({ id: file.id, carried: true }))

/** `body`: of the event, as it was read; asked for only where its type is one of those above. */
export function filesNamed(type: string, body: () => unknown): readonly FileNaming[] {
  switch (type as (typeof NAMES_FILES)[number]) {
    case 'FileAttached':
      return [{ id: (body() as FileAttached).file.id, carried: false }]
    case 'IncidentTakenOver':
      return carried((body() as IncidentTakenOver).incident.files ?? [])
    case 'AttachmentsCarried':
      return carried((body() as AttachmentsCarried).files)
    default:
      return []
  }
}
