/**
 * The library as the build compiles it: what the station needs of the plan files, read, checked and
 * merged beforehand. It stands for exactly the bytes whose digest it names: when one plan file
 * differs, is missing or has come, the files themselves are read again.
 *
 * The file has two lines of JSON: its head with two digests, and the library.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { PlanDraft } from '#main/core/ports.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { libraryFiles, readRaw, type FileFinding } from './read.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import { readShipped, type ShippedLibrary } from './shipped.ts'

/** SHA-256 in hex: of the plan files, and of the line that follows. */
type Head = { files: string; body: string }
/** `files`: where the file of each plan lies, as all paths here from the library folder. */
type Body = {
  documents: readonly DocumentData[]
  plans: readonly Plan[]
  findings: readonly FileFinding[]
  files: Readonly<Record<string, string>>
}

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

const pathIn = (plansDir: string, file: string): string =>
  relative(plansDir, file).replaceAll('\\', '/')

/** SHA-256 in hex over the names and contents of all plan files. */
export function libraryDigest(plansDir: string): string {
  const hash = createHash('sha256')
  for (const file of libraryFiles(plansDir)) {
    const content = readFileSync(file)
    hash.update(`${pathIn(plansDir, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** The text of the compiled file for a library folder (`resources/plans`). */
export function compileLibrary(plansDir: string): string {
  const files = libraryDigest(plansDir)
  const shipped = readShipped(plansDir)
  const body: Body = {
    documents: shipped.documents,
    plans: shipped.plans,
    findings: shipped.findings.map((finding) => ({
      ...finding,
      file: pathIn(plansDir, finding.file),
    })),
    files: Object.fromEntries(
      [...shipped.files].map(([planId, file]) => [planId, pathIn(plansDir, file)]),
    ),
  }
  const line = JSON.stringify(body)
  const head: Head = { files, body: sha256(line) }
  return `${JSON.stringify(head)}\n${line}`
}

/**
 * The library of a compiled file, or null if it cannot be read, is damaged, or was compiled from
 * other plan files than those of the folder.
 */
export function readCompiled(file: string, plansDir: string): ShippedLibrary | null {
  try {
    const content = readFileSync(file)
    const end = content.indexOf('\n')
    const head = JSON.parse(content.toString('utf8', 0, end)) as Head
    const line = content.subarray(end + 1)
    if (head.body !== sha256(line) || head.files !== libraryDigest(plansDir)) return null
    const { documents, plans, findings, files } = JSON.parse(line.toString('utf8')) as Body
    return {
      documents,
      plans,
      findings: findings.map((finding) => ({ ...finding, file: join(plansDir, finding.file) })),
      source: (planId) => {
        const path = Object.hasOwn(files, planId) ? files[planId] : undefined
        return path === undefined ? null : (readRaw(join(plansDir, path)) as PlanDraft | null)
      },
    }
  } catch {
    return null
  }
}
