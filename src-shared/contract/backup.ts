/** The requests for backups: where they go, what is there, make one, make a new folder of one. */
import { z } from 'zod'
import type { BackupLateness } from '../domain/backup/schedule.ts'
import type { Refusal } from '../domain/decision.ts'
import { Nothing, reply, Words, type Empty } from './parts.ts'
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

/** `madeAt`: UTC ms; `position` and `hash`: of the last event that it holds. */
export type BackupLine = {
  name: string
  madeAt: number
  position: number
  hash: string
  bytes: number
}
/** The record as it was before a newer program changed its form; beside the record. */
export type SchemaCopyLine = { name: string; schema: number; madeAt: number; bytes: number }
/** The last event of a record: `at` UTC ms. */
export type HeadLine = { position: number; hash: string; at: number }

export type BackupsRead = {
  offered: boolean // whether this station makes any
  place: { folder: string | null; since: number } | null // null: never chosen
  backups: readonly BackupLine[] // of this record, newest first
  last: BackupLine | null // the newest that is not dated ahead of now
  bytes: number // of all of them
  free: number | null // bytes that the disk has left
  schemaCopies: readonly SchemaCopyLine[]
  next: number | null // UTC ms; null without a place
  lateness: BackupLateness
  fault: Refusal | null // why the last try failed
  job: {
    kind: 'backup' | 'restore'
    phase: 'copying' | 'checking' | 'saving' | null
    since: number
  } | null
  /** The last restore since the start: the new folder and its last event, or why there is none. */
  restored:
    | { ok: true; backup: string; folder: string; head: HeadLine }
    | (Refusal & { backup: string })
    | null
  head: HeadLine | null // of the record that is in use
  canSwitch: boolean // whether `backup/switch` works here
}

export const backups = {
  'backup/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<BackupsRead>(),
  }),
  'backup/place-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: z.strictObject({ folder: Folder.nullable(), reason: Words.nullish() }),
    reply: reply<Empty>(),
  }),
  'backup/begin': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<Empty>(),
  }),
  'backup/restore': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ backup: z.string().min(1).max(255), folder: Folder }),
    reply: reply<Empty>(),
  }),
  'backup/switch': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ folder: Folder }),
    reply: reply<Empty>(),
  }),
  'backup/make': defineRequest({
    kind: 'query',
    who: ['administrator'],
    code: true,
    input: z.strictObject({ folder: Folder }),
    reply: reply<BackupReply>(),
  }),
}
