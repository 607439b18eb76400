/**
 * `station plans check`: every finding of the library, or of the files that a planner is working
 * on. Reads only.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inspect } from './inspect.ts'
import {
  DOCUMENT,
  libraryFiles,
  readFiles,
  type FileFinding,
  type Read,
  type Sources,
} from './read.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import type { PlanData } from '#shared/contract/plan-file.ts'

export type { FileFinding } from './read.ts'

const documentKey = ({ data }: Read<DocumentData>): string => data.id
const planKey = ({ data }: Read<PlanData>): string => `${data.document}/${data.id}`

/** What is being worked on takes the place of what the library has under the same id. */
function withEdited<T>(
  library: readonly Read<T>[],
  edited: readonly Read<T>[],
  key: (read: Read<T>) => string,
): readonly Read<T>[] {
  const taken = new Set(edited.map(key))
  return [...library.filter((shipped) => !taken.has(key(shipped))), ...edited]
}

/** A plan that is edited outside the library brings the document file that lies beside it. */
function readEdited(files: readonly string[]): Sources {
  const beside = files
    .map((file) => join(dirname(file), DOCUMENT))
    .filter((file) => existsSync(file))
  return readFiles([...new Set([...files, ...beside])])
}

/**
 * Checks plan files. `libraryDir` is the folder of the documents (`resources/plans`). Without
 * `files` the whole library is checked; with them each is read in the company of the library, and
 * only findings in these files are told, in the order of the files.
 */
export function checkPlanFiles(
  libraryDir: string,
  files?: readonly string[],
): readonly FileFinding[] {
  const library = readFiles(libraryFiles(libraryDir))
  if (!files || files.length === 0) return inspect(library).findings
  const paths = files.map((file) => resolve(file))
  const edited = readEdited(paths)
  const { findings } = inspect({
    documents: withEdited(library.documents, edited.documents, documentKey),
    plans: withEdited(library.plans, edited.plans, planKey),
    findings: edited.findings,
  })
  return paths.flatMap((file) => findings.filter((finding) => finding.file === file))
}

/** One line for a terminal: where, how grave, what; both languages. */
export const lineOf = ({ file, path, severity, code, message }: FileFinding): string =>
  `${file}${path && `: ${path}`}: ${severity} ${code}: ${message.zh} / ${message.en}`
