/**
 * The manifest of a backup: what it holds, of which record and up to which event, and the sum of
 * each file. A folder without one that can be read is no backup.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { readSmallFile, safeWrite } from '../safe-write.ts'

/**
 * The form of the manifest. A program takes no backup of a later one: one without files is of the
 * form that older programs know.
 */
export const FORMAT = 2
export const FORMAT_WITHOUT_FILES = 1

export const RECORD_FILE = 'journal.db'
export const SETTINGS_FILE = 'settings.json'
export const PLAN_FOLDER = 'plans'

/** A file of an incident, by its digest. */
const ATTACHED = /^files\/[0-9a-f]{64}$/

/** Nothing outside of the backup may be meant by a path, whoever wrote the manifest. */
const isInside = (path: string): boolean =>
  path === RECORD_FILE ||
  path === SETTINGS_FILE ||
  ATTACHED.test(path) ||
  (path.startsWith(`${PLAN_FOLDER}/`) &&
    !path.includes('\\') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'))

const Sum = z.string().regex(/^[0-9a-f]{64}$/)
const Text = z.object({ zh: z.string(), en: z.string() })

const manifestShape = z.object({
  format: z.int().min(1),
  /** Version of the program that made it. */
  program: z.string(),
  /** UTC, ISO 8601. */
  madeAt: z.iso.datetime(),
  site: Text,
  kinds: z.array(z.string()),
  zone: z.string(),
  /** Hash of the first event: which record it is, whatever its site is called. */
  record: Sum,
  /** Number and hash of the last event. */
  position: z.int().min(1),
  hash: Sum,
  /** SHA-256 over the plan files that came with the program. */
  library: Sum,
  files: z
    .array(z.object({ path: z.string().refine(isInside), bytes: z.int().min(0), sha256: Sum }))
    .refine((files) => files.some(({ path }) => path === RECORD_FILE)),
})

export type Manifest = z.output<typeof manifestShape>

const fileOf = (backup: string): string => join(backup, 'manifest.json')

/** Durable when it returns. Throws what the file system says. */
export function writeManifest(backup: string, manifest: Manifest): void {
  safeWrite(fileOf(backup), `${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * Null if there is none, or none that can be read. `newer`: it is of a form that only a later
 * program knows.
 */
export function readManifest(backup: string): Manifest | 'newer' | null {
  try {
    const content: unknown = JSON.parse(readSmallFile(fileOf(backup)) ?? '')
    const { format } = z.object({ format: z.int() }).parse(content)
    return format > FORMAT ? 'newer' : (manifestShape.safeParse(content).data ?? null)
  } catch {
    return null
  }
}

/** UTC without the marks that a file's name may not have: `20261126T110500Z`. */
export const stampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

const LONGEST_NAME = 40

/** `vigil-<site>-<position>-<UTC>`: of the site's name what any file system takes. */
export function nameOf({ site, position, madeAt }: Manifest): string {
  const name = site.zh.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, LONGEST_NAME) || 'site'
  return `vigil-${name}-${position}-${stampOf(Date.parse(madeAt))}`
}
