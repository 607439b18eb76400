/** Defines a file of an incident as consoles see it. */
import type { FileFormat } from '../incident/record/files.ts'

/**
 * A file that is attached. `name` is personal; `seq`: of the line of the record it belongs to;
 * `evidenceId`: of the piece of evidence that it shows; `purged`: its name was, and the file with
 * it.
 */
export type BoardFile = {
  id: string
  fileId: string
  bytes: number
  format: FileFormat
  name: string
  stepId: string | null
  seq?: number
  evidenceId?: string
  at: number
  by: string
  withdrawn?: { at: number; by: string; reason: string }
  purged?: true
}
