/**
 * `station plans check`: every finding of the library, or of the files that a planner is working
 * on. Reads only.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { PlanFinding } from '#main/core/ports.ts'
import { inspect } from './inspect.ts'
import { isPackage, parsePackage } from './package.ts'
import { planSources } from './plan-sources.ts'
import {
  DOCUMENT,
  libraryFiles,
  readFiles,
  type FileFinding,
  type Read,
  type Sources,
} from './read.ts'
import { readShipped } from './shipped.ts'
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

/** What is found in a whole document as one file, in the company of the library. */
function checkPackageFile(libraryDir: string, file: string): readonly FileFinding[] {
  const shipped = readShipped(libraryDir)
  const sources = planSources(shipped)
  const parsed = parsePackage(readFileSync(file, 'utf8'))
  if (!parsed.ok) return parsed.findings.map((finding) => ({ file, ...finding }))
  const company = { documents: [], plans: shipped.plans }
  const { findings, plans } = sources.checkPackage(parsed, company)
  const at = (part: string, all: readonly PlanFinding[]): readonly FileFinding[] =>
    all.map((finding) => ({
      file,
      ...finding,
      path: finding.path ? `${part}.${finding.path}` : part,
    }))
  return [
    ...at('document', findings),
    ...plans.flatMap((plan) => at(`plans.${plan.planId}`, plan.findings)),
  ]
}

/**
 * Checks plan files. `libraryDir` is the folder of the documents (`resources/plans`). Without
 * `files` the whole library is checked; with them each is read in the company of the library, and
 * only findings in these files are told, in the order of the files. A file with a whole document in
 * it (`format: vigil-document/1`) is checked with all of its parts.
 */
export function checkPlanFiles(
  libraryDir: string,
  files?: readonly string[],
): readonly FileFinding[] {
  const library = readFiles(libraryFiles(libraryDir))
  if (!files || files.length === 0) return inspect(library).findings
  const paths = files.map((file) => resolve(file))
  const packages = new Map(
    paths
      .filter((file) => existsSync(file) && isPackage(readFileSync(file, 'utf8')))
      .map((file) => [file, checkPackageFile(libraryDir, file)]),
  )
  const edited = readEdited(paths.filter((file) => !packages.has(file)))
  const { findings } = inspect({
    documents: withEdited(library.documents, edited.documents, documentKey),
    plans: withEdited(library.plans, edited.plans, planKey),
    findings: edited.findings,
  })
  return paths.flatMap(
    (file) => packages.get(file) ?? findings.filter((finding) => finding.file === file),
  )
}

/** One line for a terminal: where, how grave, what; both languages. */
export const lineOf = ({ file, path, severity, code, message }: FileFinding): string =>
  `${file}${path && `: ${path}`}: ${severity} ${code}: ${message.zh} / ${message.en}`
