/** The requests for backups: make one now. */
import { z } from 'zod'
import { reply } from './parts.ts'
import { defineRequest } from './request.ts'

/** The path of a folder that is there, as the machine of the station writes it. */
export const Folder = z
  .string()
  .max(1_000)
  .transform((value) => value.trim())
  .pipe(z.string().min(1))

/** `position` and `hash`: of the last event that it holds. */
export type BackupReply = {
  name: string
  folder: string
  position: number
  hash: string
  bytes: number
  files: number
}

export const backups = {
  'backup/make': defineRequest({
    kind: 'query',
    who: ['administrator'],
    code: true,
    input: z.strictObject({ folder: Folder }),
    reply: reply<BackupReply>(),
  }),
}
